import { Heading, Text } from "@medusajs/ui"
import { Box, PageTitle } from "../components/box"
import { useTabTitle } from "../components/brand-mark"
import { CopyButton } from "../components/copy"
import { Listing } from "../components/listing"
import { Answered, Empty } from "../components/states"
import { useCreatives } from "../hooks/answers"
import { useListSearch } from "../hooks/search"
import { useSpeech } from "../i18n/language"
import type { Creative } from "../lib/types"

export function CreativesPage() {
  const { t } = useSpeech()
  useTabTitle(t("more.creatives.title"))
  const search = useListSearch()
  const query = useCreatives({ offset: search.offset })
  return (
    <>
      <PageTitle
        title={t("more.creatives.title")}
        intro={t("more.creatives.intro")}
      />
      <Answered query={query}>
        {({ creatives, count }) => (
          <Listing
            count={count}
            search={search}
            empty={
              <Box>
                <Empty
                  title={t("more.creatives.empty")}
                  text={t("more.creatives.emptyText")}
                />
              </Box>
            }
          >
            <ul className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
              {creatives.map((creative) => (
                <CreativeCard key={creative.id} creative={creative} />
              ))}
            </ul>
          </Listing>
        )}
      </Answered>
    </>
  )
}

function CreativeCard({ creative }: { creative: Creative }) {
  const { t } = useSpeech()
  const { title, text, image_url, width, height, embed_code } = creative
  return (
    <li className="bg-ui-bg-base shadow-elevation-card-rest flex min-w-0 flex-col overflow-hidden rounded-lg">
      {image_url && (
        <div className="bg-ui-bg-component flex h-44 items-center justify-center p-3">
          <img
            src={image_url}
            alt={title}
            loading="lazy"
            className="max-h-full max-w-full object-contain"
          />
        </div>
      )}
      <div className="flex flex-1 flex-col gap-3 p-4">
        <div>
          <Heading level="h2" className="break-anywhere">
            {title}
          </Heading>
          {width && height && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("more.creatives.size", {
                width: String(width),
                height: String(height),
              })}
            </Text>
          )}
          {text && (
            <Text size="small" className="mt-1 whitespace-pre-line">
              {text}
            </Text>
          )}
        </div>
        {embed_code === null ? (
          <Text size="small">{t("links.codes.none")}</Text>
        ) : (
          <EmbedCode code={embed_code} title={title} />
        )}
      </div>
    </li>
  )
}

function EmbedCode({ code, title }: { code: string; title: string }) {
  const { t } = useSpeech()
  const name = `${t("more.creatives.code")}: ${title}`
  return (
    <>
      <pre
        tabIndex={0}
        role="region"
        aria-label={name}
        className="bg-ui-bg-component txt-small max-h-24 overflow-auto whitespace-pre-wrap break-all rounded-md p-2 font-mono"
      >
        {code}
      </pre>
      <div className="mt-auto">
        <CopyButton text={code} thing={name} />
      </div>
    </>
  )
}
