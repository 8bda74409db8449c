import type { Action } from "@medusajs/dashboard/components"
import { Clock } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"

import { ReasonPrompt } from "../../../../components/reason-prompt"
import { useErrorToast } from "../../../../components/use-error-toast"
import { useEndCoolOff as useEnding } from "../../../../hooks/affiliates"

/** Asks why payouts need not wait for a changed account any more. `dialog` has to be rendered. */
export function useEndCoolOff(
  affiliateId: string,
  waits: boolean
): { actions: Action[]; dialog: ReactNode } {
  const { t } = useTranslation("affiliate")
  const showError = useErrorToast()
  const [asking, setAsking] = useState(false)
  const { mutate, isPending } = useEnding(affiliateId)

  const actions = waits
    ? [
        {
          icon: <Clock />,
          label: t("affiliates.payoutMethod.endCoolOff"),
          disabled: isPending,
          onClick: () => setAsking(true),
        },
      ]
    : []

  const dialog = (
    <ReasonPrompt
      open={asking}
      required
      title={t("affiliates.payoutMethod.endCoolOff")}
      description={t("affiliates.payoutMethod.endCoolOffDescription")}
      reasonLabel={t("affiliates.payoutMethod.endCoolOffReason")}
      confirmText={t("affiliates.payoutMethod.endCoolOffConfirm")}
      onClose={() => setAsking(false)}
      onConfirm={(reason = "") => {
        setAsking(false)
        mutate(reason, {
          onSuccess: () =>
            toast.success(t("affiliates.payoutMethod.coolOffEnded")),
          onError: showError,
        })
      }}
    />
  )

  return { actions, dialog }
}
