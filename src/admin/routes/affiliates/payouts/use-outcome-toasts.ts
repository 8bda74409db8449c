import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { PayoutAction, PayoutOutcome } from "../../../hooks/payouts"
import type { PayoutInHand } from "../../../types"

/** More refusals than this are counted, not told one by one. */
const TOLD_MAX = 3

/** Says how many payouts went well, and why the others did not. */
export function useOutcomeToasts() {
  const { t } = useTranslation("affiliate")

  const success = (action: PayoutAction, count: number): string => {
    switch (action) {
      case "process":
        return t("payouts.process.done", { count })
      case "look-up":
        return t("payouts.lookUp.done", { count })
      case "mark-paid":
        return t("payouts.markPaid.done", { count })
      case "cancel":
        return t("payouts.cancel.done", { count })
      case "retry":
        return t("payouts.retry.done", { count })
    }
  }

  return (
    action: PayoutAction,
    payouts: PayoutInHand[],
    outcomes: PayoutOutcome[]
  ) => {
    const refused = outcomes.filter(({ error }) => error !== null)
    const done = outcomes.length - refused.length
    if (done) {
      toast.success(success(action, done))
    }
    for (const { id, error } of refused.slice(0, TOLD_MAX)) {
      const number = payouts.find((payout) => payout.id === id)?.display_id
      toast.error(t("payouts.bulk.refused", { number }), {
        description: error ?? undefined,
      })
    }
    if (refused.length > TOLD_MAX) {
      toast.error(t("payouts.bulk.more", { count: refused.length - TOLD_MAX }))
    }
  }
}
