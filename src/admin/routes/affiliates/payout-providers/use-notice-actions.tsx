import { toast } from "@medusajs/ui"
import { useCallback, useState } from "react"
import { useTranslation } from "react-i18next"

import { ReasonPrompt } from "../../../components/reason-prompt"
import { useErrorToast } from "../../../components/use-error-toast"
import { useHandlePayoutNotice } from "../../../hooks/payout-providers"
import type { PayoutNotice } from "../../../types"

/** Has a notice handled again, or closes it after asking why. `dialog` has to be rendered. */
export function useNoticeActions() {
  const { t } = useTranslation("affiliate")
  const showError = useErrorToast()
  const { mutate } = useHandlePayoutNotice()
  const [toClose, setToClose] = useState<PayoutNotice | null>(null)

  const again = useCallback(
    ({ id }: PayoutNotice) =>
      mutate(
        { id },
        {
          onSuccess: ({ affiliate_payout_notice: notice }) => {
            if (notice.state === "handled") {
              toast.success(t("payoutProviders.notices.handled"), {
                description: notice.outcome ?? undefined,
              })
            } else {
              toast.error(t("payoutProviders.notices.notHandled"), {
                description: notice.last_error ?? undefined,
              })
            }
          },
          onError: showError,
        }
      ),
    [mutate, showError, t]
  )

  const dialog = (
    <ReasonPrompt
      open={!!toClose}
      required
      singleLine
      title={t("payoutProviders.notices.close.title")}
      description={t("payoutProviders.notices.close.description")}
      reasonLabel={t("payoutProviders.notices.close.note")}
      confirmText={t("payoutProviders.notices.close.action")}
      onClose={() => setToClose(null)}
      onConfirm={(note) => {
        const notice = toClose
        setToClose(null)
        if (notice && note) {
          mutate(
            { id: notice.id, note },
            {
              onSuccess: () =>
                toast.success(t("payoutProviders.notices.close.done")),
              onError: showError,
            }
          )
        }
      }}
    />
  )

  return { again, close: setToClose, dialog }
}
