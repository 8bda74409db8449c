import { DataTable } from "@medusajs/dashboard/components"
import { Container, InlineTip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { LoadError } from "../../components/load-error"
import { useAffiliates } from "../../hooks/affiliates"
import { paths } from "../../lib/paths"
import { useTableQuery } from "../../lib/table-query"
import { useTransitions } from "./transitions"
import { useAffiliateColumns } from "./use-affiliate-columns"
import { useAffiliateFile } from "./use-affiliate-file"
import { useAffiliateFilters } from "./use-affiliate-filters"

const PAGE_SIZE = 20

/** All affiliates: search, filter, sort, and decide on each. */
export const AffiliateTable = () => {
  const { t } = useTranslation("affiliate")
  const query = useTableQuery({
    filters: ["status", "program_id", "tier_id", "parent_id"],
    pageSize: PAGE_SIZE,
  })
  const { affiliates, count, isPending, error, refetch } = useAffiliates(query)
  const filters = useAffiliateFilters()
  const { ask, prompt } = useTransitions()
  const columns = useAffiliateColumns(ask)
  const fileMenu = useAffiliateFile(query)

  if (error && !affiliates) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={refetch} className="min-h-80" />
      </Container>
    )
  }

  return (
    <>
      <Waiting filtered={query.status !== undefined} />
      <Container className="divide-y p-0">
        <DataTable
          data={affiliates}
          columns={columns}
          filters={filters}
          rowCount={count}
          pageSize={PAGE_SIZE}
          getRowId={(affiliate) => affiliate.id}
          rowHref={(affiliate) => paths.affiliate(affiliate.id)}
          isLoading={isPending}
          heading={t("affiliates.heading")}
          subHeading={t("affiliates.subheading")}
          actions={[{ label: t("affiliates.list.action"), to: "create" }]}
          actionMenu={fileMenu}
          emptyState={{
            empty: {
              heading: t("affiliates.list.empty.heading"),
              description: t("affiliates.list.empty.description"),
            },
            filtered: {
              heading: t("affiliates.list.filtered.heading"),
              description: t("affiliates.list.filtered.description"),
            },
          }}
        />
      </Container>
      {prompt}
    </>
  )
}

/** Says that somebody waits for a decision, until the list shows just them. */
const Waiting = ({ filtered }: { filtered: boolean }) => {
  const { t } = useTranslation("affiliate")
  const { count } = useAffiliates({ status: ["pending"], limit: 1 })

  if (!count || filtered) {
    return null
  }
  return (
    <InlineTip
      variant="warning"
      label={t("affiliates.list.waiting", { count })}
    >
      <Link
        to={paths.applications}
        className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
      >
        {t("affiliates.list.showWaiting", { count })}
      </Link>
    </InlineTip>
  )
}
