import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFormat } from "../../../../lib/format"
import type { Payout } from "../../../../types"

type Said = {
  variant: "error" | "warning" | "info"
  title?: string
  text: string
}

/** What a payout waits for, why it failed, or what came back of it; nothing once it is settled. */
export const PayoutNotice = ({ payout }: { payout: Payout }) => {
  const said = useSaid(payout)
  if (!said) {
    return null
  }
  return (
    <div className="px-6 py-4">
      <Alert variant={said.variant}>
        <span className="flex min-w-0 flex-col gap-y-1">
          {said.title && (
            <span className="txt-compact-small-plus [overflow-wrap:anywhere]">
              {said.title}
            </span>
          )}
          <span className="[overflow-wrap:anywhere]">{said.text}</span>
        </span>
      </Alert>
    </div>
  )
}

function useSaid(payout: Payout): Said | null {
  const { t } = useTranslation("affiliate")
  const { money } = useFormat()

  if (payout.returned_at && payout.status !== "processing") {
    const sum = money(payout.returned_amount, payout.currency_code)
    return {
      variant: payout.status === "failed" ? "error" : "warning",
      title: payout.return_reason ?? t("payouts.detail.returned"),
      text: t("payouts.detail.returnedDescription", { sum }),
    }
  }
  if (payout.status === "failed") {
    return {
      variant: "error",
      title: payout.failure_reason ?? t("payouts.detail.failed"),
      text: t("payouts.detail.failedDescription"),
    }
  }
  if (payout.status !== "processing") {
    return null
  }
  if (payout.stuck_at) {
    return {
      variant: "error",
      title: payout.look_up_error ?? t("payouts.detail.stuck"),
      // One that is still to be asked about waits for its provider to be loaded again.
      text: payout.look_up_after
        ? t("payouts.detail.providerMissing")
        : t("payouts.detail.stuckDescription"),
    }
  }
  if (payout.provider === "manual") {
    return { variant: "info", text: t("payouts.detail.manual") }
  }
  return payout.look_up_error
    ? {
        variant: "warning",
        title: payout.look_up_error,
        text: t("payouts.detail.askedAgain"),
      }
    : { variant: "info", text: t("payouts.detail.sent") }
}
