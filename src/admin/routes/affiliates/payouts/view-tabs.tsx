import { Badge, Tabs, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { usePayouts } from "../../../hooks/payouts"
import { sumByCurrency } from "../../../lib/amounts"
import { useFormat } from "../../../lib/format"
import type { PayoutStatus } from "../../../types"
import type { View } from "./use-view"
import { STATUS_OF, VIEWS } from "./use-view"

/** More waiting payouts than this are counted, but not added up. */
const SUM_MAX = 1000

type ViewTabsProps = { view: View; onChange: (view: View) => void }

/** One view a status; those that ask for the merchant's hand say how many. */
export const ViewTabs = ({ view, onChange }: ViewTabsProps) => {
  const { t } = useTranslation("affiliate")
  const counts: Partial<Record<View, number>> = {
    waiting: useCount("pending"),
    processing: useCount("processing"),
    failed: useCount("failed"),
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-1">
      <Tabs
        value={view}
        onValueChange={(next) => {
          const found = VIEWS.find((candidate) => candidate === next)
          if (found) {
            onChange(found)
          }
        }}
      >
        <Tabs.List className="flex-wrap">
          {VIEWS.map((name) => (
            <Tabs.Trigger key={name} value={name} className="gap-x-1.5">
              {t(`payouts.view.${name}`)}
              {!!counts[name] && (
                <Badge
                  size="2xsmall"
                  rounded="full"
                  color={STATUS_OF[name] === "failed" ? "red" : "grey"}
                >
                  {counts[name]}
                </Badge>
              )}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Tabs>
      <WaitingSum />
    </div>
  )
}

function useCount(status: PayoutStatus): number {
  return usePayouts({ status: [status], limit: 1 }).count
}

/** How much money the merchant is asked for, a figure for each currency. */
const WaitingSum = () => {
  const { t } = useTranslation("affiliate")
  const { money, list } = useFormat()
  const { payouts = [], count } = usePayouts({
    status: ["pending"],
    limit: SUM_MAX,
  })

  if (!payouts.length || count > SUM_MAX) {
    return null
  }
  return (
    <Text size="small" leading="compact" className="text-ui-fg-subtle">
      {t("payouts.list.waitingSum", {
        sums: list(
          sumByCurrency(payouts).map(({ amount, currency_code }) =>
            money(amount, currency_code)
          )
        ),
      })}
    </Text>
  )
}
