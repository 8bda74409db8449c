import { Text } from "@medusajs/ui"
import { useState } from "react"
import { MainButton } from "../../components/action"
import { Box, PageTitle } from "../../components/box"
import { useTabTitle } from "../../components/brand-mark"
import { Listing, ListFilters } from "../../components/listing"
import { Answered, Empty } from "../../components/states"
import { useLinks } from "../../hooks/answers"
import { useListSearch } from "../../hooks/search"
import { useSpeech } from "../../i18n/language"
import type { Link } from "../../lib/types"
import { Codes } from "./codes"
import { LinkForm } from "./link-form"
import { LinkRow } from "./link-row"
import { QrDialog } from "./qr-dialog"

/** What is open beside the list. */
type Beside = { kind: "form"; link: Link | null } | { kind: "qr"; link: Link }

export function LinksPage() {
  const { t } = useSpeech()
  useTabTitle(t("links.title"))
  const search = useListSearch()
  const [q, archived] = [search.get("q"), search.get("archived")]
  const query = useLinks({ q, archived, offset: search.offset })
  const [beside, setBeside] = useState<Beside | null>(null)
  const create = () => setBeside({ kind: "form", link: null })
  return (
    <>
      <PageTitle
        title={t("links.title")}
        intro={t("links.intro")}
        action={
          <MainButton size="base" onClick={create}>
            {t("links.create")}
          </MainButton>
        }
      />
      <Codes />
      <Box flush>
        <ListFilters
          label={t("links.show")}
          name="archived"
          value={archived}
          options={[
            { value: "", label: t("links.working") },
            { value: "true", label: t("links.archived") },
          ]}
          q={q}
          hint={t("links.searchHint")}
          change={search.change}
        />
        <Answered query={query}>
          {({ links, count }) => (
            <Listing
              count={count}
              search={search}
              empty={
                q || archived ? (
                  <Text className="text-ui-fg-subtle px-4 py-8 text-center">
                    {t("links.filtered")}
                  </Text>
                ) : (
                  <Empty
                    title={t("links.empty")}
                    text={t("links.emptyText")}
                    action={
                      <MainButton size="base" onClick={create}>
                        {t("links.create")}
                      </MainButton>
                    }
                  />
                )
              }
            >
              <ul>
                {links.map((link) => (
                  <LinkRow
                    key={link.id}
                    link={link}
                    onEdit={() => setBeside({ kind: "form", link })}
                    onQr={() => setBeside({ kind: "qr", link })}
                  />
                ))}
              </ul>
            </Listing>
          )}
        </Answered>
      </Box>
      {beside?.kind === "form" && (
        <LinkForm link={beside.link} onClose={() => setBeside(null)} />
      )}
      {beside?.kind === "qr" && (
        <QrDialog link={beside.link} onClose={() => setBeside(null)} />
      )}
    </>
  )
}
