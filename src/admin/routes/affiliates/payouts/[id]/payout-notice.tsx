import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Payout } from "../../../../types"

/** What a payout waits for, or why it failed; nothing once it is settled. */
export const PayoutNotice = ({ payout }: { payout: Payout }) => {
  const { t } = useTranslation("affiliate")

  if (payout.status === "failed") {
    return (
      <div className="px-6 py-4">
        <Alert variant="error">
          <span className="flex flex-col gap-y-1">
            <span className="txt-compact-small-plus break-words">
              {payout.failure_reason ?? t("payouts.detail.failed")}
            </span>
            <span>{t("payouts.detail.failedDescription")}</span>
          </span>
        </Alert>
      </div>
    )
  }
  if (payout.status === "processing") {
    return (
      <div className="px-6 py-4">
        <Alert variant="info">
          {payout.provider === "manual"
            ? t("payouts.detail.manual")
            : t("payouts.detail.sent")}
        </Alert>
      </div>
    )
  }
  return null
}
