import { DataTable } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { LoadError } from "../../../components/load-error"
import { useRules } from "../../../hooks/rules"
import { paths } from "../../../lib/paths"
import { useTableQuery } from "../../../lib/table-query"
import { useRuleColumns } from "./use-rule-columns"
import { RULE_FILTERS, useRuleFilters } from "./use-rule-filters"

const PAGE_SIZE = 20

/** The rules in force with what they pay and where; retired ones by a filter. */
export const RuleTable = () => {
  const { t } = useTranslation("affiliate")
  const query = useTableQuery({ filters: RULE_FILTERS, pageSize: PAGE_SIZE })
  const { rules, count, isPending, error, refetch } = useRules(query)
  const filters = useRuleFilters()
  const columns = useRuleColumns(rules ?? [])

  if (error && !rules) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={refetch} className="min-h-80" />
      </Container>
    )
  }

  return (
    <Container className="divide-y p-0">
      <DataTable
        data={rules}
        columns={columns}
        filters={filters}
        rowCount={count}
        pageSize={PAGE_SIZE}
        getRowId={(rule) => rule.id}
        rowHref={(rule) => paths.rule(rule.id)}
        isLoading={isPending}
        heading={t("rules.heading")}
        subHeading={t("rules.subheading")}
        actions={[{ label: t("rules.list.action"), to: "create" }]}
        emptyState={{
          empty: {
            heading: t("rules.list.empty.heading"),
            description: t("rules.list.empty.description"),
          },
          filtered: {
            heading: t("rules.list.filtered.heading"),
            description: t("rules.list.filtered.description"),
          },
        }}
      />
    </Container>
  )
}
