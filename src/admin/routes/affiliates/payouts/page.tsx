import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DataTable } from "@medusajs/dashboard/components"
import { ArrowDownTray } from "@medusajs/icons"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet } from "react-router-dom"

import { Crumb } from "../../../components/crumb"
import { LoadError } from "../../../components/load-error"
import { useMoneyFilters } from "../../../components/table-filters"
import { usePayouts } from "../../../hooks/payouts"
import { useSelection } from "../../../hooks/selection"
import { paths } from "../../../lib/paths"
import { useTableQuery } from "../../../lib/table-query"
import { SelectionBar } from "./selection-bar"
import { usePayoutColumns } from "./use-columns"
import { useExport } from "./use-export"
import { usePayoutActions } from "./use-payout-actions"
import { STATUS_OF, useView } from "./use-view"
import { ViewTabs } from "./view-tabs"

const PAGE_SIZE = 20

const FILTERS = ["affiliate_id", "currency_code", "created_at"] as const

const PayoutsPage = () => {
  const { t } = useTranslation("affiliate")
  const { view, setView } = useView()
  const status = STATUS_OF[view]
  const table = useTableQuery({ filters: FILTERS, pageSize: PAGE_SIZE })
  const query = status ? { ...table, status: [status] } : table
  const { payouts, count, isPending, isError, error, refetch } =
    usePayouts(query)

  const columns = usePayoutColumns(view)
  const filters = useMoneyFilters()
  const { selected, clear, rowSelection } = useSelection(payouts)
  const { ask, dialog, isAsking } = usePayoutActions({ onDone: clear })
  const { exportFile, isPending: isExporting } = useExport()

  const { limit: _limit, offset: _offset, order: _order, ...matching } = query
  // SEPA carries euros only; whoever filters another currency is told so.
  const inEuro = {
    ...matching,
    currency_code: matching.currency_code ?? ["eur"],
  }
  const canExport = status !== "pending" && !isExporting && count > 0

  return (
    <>
      <ViewTabs
        view={view}
        onChange={(next) => {
          clear()
          setView(next)
        }}
      />
      <Container className="overflow-hidden p-0">
        {isError ? (
          <LoadError error={error} onRetry={() => refetch()} />
        ) : (
          <DataTable
            data={payouts}
            columns={columns}
            filters={filters}
            rowCount={count}
            pageSize={PAGE_SIZE}
            getRowId={({ id }) => id}
            rowHref={({ id }) => paths.payout(id)}
            rowSelection={rowSelection}
            isLoading={isPending}
            heading={t("payouts.heading")}
            subHeading={t("payouts.subheading")}
            actions={[
              ...(status === "pending"
                ? []
                : [
                    {
                      label: t("payouts.export.action"),
                      onClick: () => exportFile(matching),
                      disabled: !canExport,
                    },
                  ]),
              { label: t("payouts.create.action"), to: "create" },
            ]}
            actionMenu={{
              groups: [
                {
                  actions: [
                    {
                      icon: <ArrowDownTray />,
                      label: t("payouts.export.sepaFile"),
                      disabled: !canExport,
                      onClick: () => exportFile(inEuro, "pain.001"),
                    },
                    {
                      icon: <ArrowDownTray />,
                      label: t("payouts.export.sepaTable"),
                      disabled: !canExport,
                      onClick: () => exportFile(inEuro, "sepa"),
                    },
                  ],
                },
              ],
            }}
            emptyState={{
              empty: t(
                view === "waiting"
                  ? "payouts.list.waitingEmpty"
                  : "payouts.list.empty",
                { returnObjects: true }
              ),
              filtered: t("payouts.list.filtered", { returnObjects: true }),
            }}
          />
        )}
      </Container>
      <SelectionBar
        selected={selected}
        paused={isAsking}
        onAction={(action) => ask(action, selected)}
        onExport={(format) =>
          exportFile({ ids: selected.map(({ id }) => id) }, format)
        }
      />
      {dialog}
      <Outlet />
    </>
  )
}

export const config = defineRouteConfig({
  label: "nav.payouts",
  translationNs: "affiliate",
  rank: 4,
})

export const handle = {
  breadcrumb: () => <Crumb k="nav.payouts" />,
}

export default PayoutsPage
