import { CommandBar } from "@medusajs/ui"
import { Fragment } from "react"
import { useTranslation } from "react-i18next"

import type { BankFile, PayoutAction } from "../../../hooks/payouts"
import { sumByCurrency } from "../../../lib/amounts"
import { useFormat } from "../../../lib/format"
import {
  PAYOUT_ACTIONS,
  allows,
  isForBank,
  isForSepa,
} from "../../../lib/payout-rules"
import type { Payout } from "../../../types"

type SelectionBarProps = {
  selected: Payout[]
  /** Closed while something is asked, so that no key starts a second thing. */
  paused: boolean
  onAction: (action: PayoutAction) => void
  onExport: (format: BankFile) => void
}

const SHORTCUTS: Record<PayoutAction | "export" | "sepa", string> = {
  process: "p",
  "look-up": "l",
  "mark-paid": "m",
  retry: "r",
  cancel: "d",
  export: "e",
  sepa: "s",
}

/** How much is selected, and what can be done with it. */
export const SelectionBar = ({
  selected,
  paused,
  onAction,
  onExport,
}: SelectionBarProps) => {
  const { t } = useTranslation("affiliate")
  const { money, list } = useFormat()

  const labels: Record<PayoutAction, string> = {
    process: t("payouts.process.action"),
    "look-up": t("payouts.lookUp.action"),
    "mark-paid": t("payouts.markPaid.action"),
    retry: t("payouts.retry.action"),
    cancel: t("payouts.cancel.action"),
  }
  const able = (action: PayoutAction) =>
    selected.filter((payout) => allows(action, payout)).length
  const label = (action: PayoutAction) =>
    able(action) < selected.length
      ? `${labels[action]} (${able(action)})`
      : labels[action]

  return (
    <CommandBar open={selected.length > 0 && !paused}>
      <CommandBar.Bar>
        <CommandBar.Value className="whitespace-nowrap">
          {t("payouts.list.selected", {
            count: selected.length,
            sums: list(
              sumByCurrency(selected).map(({ amount, currency_code }) =>
                money(amount, currency_code)
              )
            ),
          })}
        </CommandBar.Value>
        {PAYOUT_ACTIONS.filter(able).map((action) => (
          <Fragment key={action}>
            <CommandBar.Seperator />
            <CommandBar.Command
              className="whitespace-nowrap"
              label={label(action)}
              shortcut={SHORTCUTS[action]}
              action={() => onAction(action)}
            />
          </Fragment>
        ))}
        {selected.every(isForBank) && (
          <>
            <CommandBar.Seperator />
            <CommandBar.Command
              className="whitespace-nowrap"
              label={t("payouts.export.action")}
              shortcut={SHORTCUTS.export}
              action={() => onExport("generic")}
            />
          </>
        )}
        {selected.every(isForSepa) && (
          <>
            <CommandBar.Seperator />
            <CommandBar.Command
              className="whitespace-nowrap"
              label={t("payouts.export.sepaFile")}
              shortcut={SHORTCUTS.sepa}
              action={() => onExport("pain.001")}
            />
          </>
        )}
      </CommandBar.Bar>
    </CommandBar>
  )
}
