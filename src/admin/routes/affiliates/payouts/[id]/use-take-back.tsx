import { ArrowUturnLeft } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { ReasonPrompt } from "../../../../components/reason-prompt"
import { useErrorToast } from "../../../../components/use-error-toast"
import { usePayoutProviders } from "../../../../hooks/payout-providers"
import { useReversePayout } from "../../../../hooks/payouts"
import { useFormat } from "../../../../lib/format"
import type { Payout } from "../../../../types"

/**
 * Asks before a paid payout is taken back, or one under way called back that nobody has claimed, where its provider
 * can. `dialog` has to be rendered.
 */
export function useTakeBack(payout: Payout) {
  const { t } = useTranslation("affiliate")
  const { money } = useFormat()
  const showError = useErrorToast()
  const [asking, setAsking] = useState(false)
  const isUnderWay = payout.status === "processing"
  const { providers } = usePayoutProviders({
    enabled: isUnderWay || payout.status === "paid",
  })
  const { mutate, isPending } = useReversePayout(payout.id)
  const provider = providers?.find(({ id }) => id === payout.provider)
  const able = isUnderWay
    ? !!provider?.can_recall
    : payout.status === "paid" && !!provider?.can_reverse
  const kind = isUnderWay ? "recall" : "takeBack"

  const actions = able
    ? [
        {
          icon: <ArrowUturnLeft />,
          label: t(`payouts.${kind}.action`),
          disabled: isPending,
          onClick: () => setAsking(true),
        },
      ]
    : []

  const dialog = (
    <ReasonPrompt
      open={asking}
      required
      singleLine
      variant="danger"
      title={t(`payouts.${kind}.title`)}
      description={t(`payouts.${kind}.description`, {
        sum: money(payout.amount, payout.currency_code),
      })}
      reasonLabel={t("payouts.takeBack.reason")}
      confirmText={t(`payouts.${kind}.action`)}
      onClose={() => setAsking(false)}
      onConfirm={(reason = "") => {
        setAsking(false)
        mutate(reason, {
          onSuccess: ({ payout: { status } }) =>
            toast.success(
              status === "failed"
                ? t("payouts.takeBack.done")
                : t("payouts.takeBack.underWay")
            ),
          onError: showError,
        })
      }}
    />
  )

  return { actions, dialog }
}
