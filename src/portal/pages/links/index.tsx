import { Text } from "@medusajs/ui"
import { useState } from "react"
import { MainButton } from "../../components/action"
import { Box, PageTitle } from "../../components/box"
import { useTabTitle } from "../../components/brand-mark"
import { Choice } from "../../components/field"
import { Pager } from "../../components/pager"
import { SearchBox } from "../../components/search-box"
import { Answered, Empty } from "../../components/states"
import { PAGE_ROWS, useLinks } from "../../hooks/answers"
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
  const { get, offset, change } = useListSearch()
  const [q, archived] = [get("q"), get("archived")]
  const query = useLinks({ q, archived, offset })
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
        <div className="flex flex-wrap gap-3 px-4 pb-3 sm:px-6">
          <div className="w-36">
            <Choice
              label={t("links.show")}
              hideLabel
              value={archived}
              options={[
                { value: "", label: t("links.working") },
                { value: "true", label: t("links.archived") },
              ]}
              onValue={(value) => change({ archived: value })}
            />
          </div>
          <div className="min-w-0 flex-1 basis-48 sm:max-w-xs">
            <SearchBox
              value={q}
              hint={t("links.searchHint")}
              onSearch={(value) => change({ q: value })}
            />
          </div>
        </div>
        <Answered query={query}>
          {({ links, count }) =>
            count > 0 ? (
              <>
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
                <Pager
                  count={count}
                  offset={offset}
                  limit={PAGE_ROWS}
                  onOffset={(next) => change({ offset: next })}
                />
              </>
            ) : q || archived ? (
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
