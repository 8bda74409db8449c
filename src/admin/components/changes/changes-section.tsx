import { Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import type { ChangesOf } from "../../hooks/changes"
import { useChanges } from "../../hooks/changes"
import type { ChangeContext } from "../../lib/change-words"
import { LoadError } from "../load-error"
import { Section, SectionEmpty } from "../section"
import { RowsSkeleton } from "../skeletons"
import { ChangeRow } from "./change-row"
import { useChangeNames } from "./use-change-names"

const PAGE_SIZE = 10

type ChangesSectionProps = ChangesOf & {
  /** Names of rows that the page knows, by id, e.g. of an affiliate's codes. */
  names?: Record<string, string>
} & Pick<ChangeContext, "commissionType">

/**
 * The record of changes of a page: `affiliateId` shows all that concerns an
 * affiliate, `entity` with `entityId` what happened to single rows.
 */
export const ChangesSection = ({
  names = {},
  commissionType,
  ...of
}: ChangesSectionProps) => {
  const { t } = useTranslation("affiliate")
  const [page, setPage] = useState(0)
  const { changes, count, error, refetch } = useChanges(of, {
    limit: PAGE_SIZE,
    offset: page * PAGE_SIZE,
  })
  const found = useChangeNames(changes)
  const known = new Map([...Object.entries(names), ...found])
  const pages = Math.ceil(count / PAGE_SIZE)
  const pageId = "affiliateId" in of ? of.affiliateId : [of.entityId].flat()[0]

  return (
    <Section title={t("changes.title")} description={t("changes.description")}>
      {error && !changes ? (
        <LoadError error={error} onRetry={refetch} />
      ) : !changes ? (
        <RowsSkeleton />
      ) : changes.length === 0 ? (
        <SectionEmpty>{t("changes.empty")}</SectionEmpty>
      ) : (
        <ol className="divide-y">
          {changes.map((change) => (
            <ChangeRow
              key={change.id}
              change={change}
              pageId={pageId}
              names={known}
              commissionType={commissionType}
            />
          ))}
        </ol>
      )}
      {pages > 1 && (
        <Table.Pagination
          count={count}
          pageSize={PAGE_SIZE}
          pageIndex={page}
          pageCount={pages}
          canPreviousPage={page > 0}
          canNextPage={page < pages - 1}
          previousPage={() => setPage(page - 1)}
          nextPage={() => setPage(page + 1)}
          translations={{
            of: t("changes.page.of"),
            results: t("changes.page.results"),
            pages: t("changes.page.pages"),
            prev: t("changes.page.prev"),
            next: t("changes.page.next"),
          }}
        />
      )}
    </Section>
  )
}
