import { useState } from "react"
import { useTranslation } from "react-i18next"

import { ReasonPrompt } from "../../../components/reason-prompt"
import { useConfirm } from "../../../hooks/confirm"
import type { PayoutAction } from "../../../hooks/payouts"
import { useActOnPayouts } from "../../../hooks/payouts"
import { sumByCurrency } from "../../../lib/amounts"
import { useFormat } from "../../../lib/format"
import { allows } from "../../../lib/payout-rules"
import type { PayoutInHand } from "../../../types"
import { useOutcomeToasts } from "./use-outcome-toasts"

/**
 * Asks before money moves, acts on one payout or on many, and says what became
 * of each. Payouts whose status does not allow the action are left out.
 *
 * `dialog` has to be rendered by the caller.
 */
export function usePayoutActions({ onDone }: { onDone?: () => void } = {}) {
  const { t } = useTranslation("affiliate")
  const { money, list } = useFormat()
  const prompt = useConfirm()
  const showOutcome = useOutcomeToasts()
  const { mutateAsync, isPending } = useActOnPayouts()
  const [asking, setAsking] = useState(false)
  const [toMarkPaid, setToMarkPaid] = useState<PayoutInHand[]>([])

  const sumsOf = (payouts: PayoutInHand[]) =>
    list(
      sumByCurrency(payouts).map(({ amount, currency_code }) =>
        money(amount, currency_code)
      )
    )

  const act = async (
    action: PayoutAction,
    payouts: PayoutInHand[],
    reference?: string
  ) => {
    const outcomes = await mutateAsync({
      payouts,
      action,
      reference,
    })
    showOutcome(action, payouts, outcomes)
    onDone?.()
  }

  const confirm = async (
    action: Exclude<PayoutAction, "mark-paid" | "look-up">,
    payouts: PayoutInHand[]
  ) => {
    const words = { count: payouts.length, sums: sumsOf(payouts) }
    setAsking(true)
    const agreed = await prompt({
      variant: action === "cancel" ? "danger" : "confirmation",
      title: t(`payouts.${action}.title`, { count: words.count }),
      description:
        action === "retry"
          ? t("payouts.retry.confirm", { sums: words.sums })
          : t(`payouts.${action}.confirm`, words),
      confirmText:
        action === "cancel"
          ? t("payouts.cancel.submit")
          : t(`payouts.${action}.action`),
      cancelText:
        action === "cancel"
          ? t("payouts.cancel.back")
          : t("common.actions.cancel"),
    })
    setAsking(false)
    if (agreed) {
      await act(action, payouts)
    }
  }

  const ask = async (action: PayoutAction, payouts: PayoutInHand[]) => {
    const able = payouts.filter((payout) => allows(action, payout))
    if (!able.length || isPending) {
      return
    }
    if (action === "mark-paid") {
      setToMarkPaid(able)
    } else if (action === "look-up") {
      await act(action, able)
    } else {
      await confirm(action, able)
    }
  }

  const dialog = (
    <ReasonPrompt
      open={toMarkPaid.length > 0}
      singleLine
      title={t("payouts.markPaid.title", { count: toMarkPaid.length })}
      description={t("payouts.markPaid.description", {
        sums: sumsOf(toMarkPaid),
      })}
      reasonLabel={t("payouts.markPaid.reference")}
      reasonPlaceholder={t("payouts.markPaid.referencePlaceholder")}
      confirmText={t("payouts.markPaid.submit")}
      onClose={() => setToMarkPaid([])}
      onConfirm={async (reference) => {
        setToMarkPaid([])
        await act("mark-paid", toMarkPaid, reference)
      }}
    />
  )

  return {
    ask,
    dialog,
    isPending,
    /** While it is asked, nothing else may be started with a key. */
    isAsking: asking || toMarkPaid.length > 0,
  }
}
