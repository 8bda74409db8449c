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

/** Asks before a paid payout is taken back, where its provider can. `dialog` has to be rendered. */
export function useTakeBack(payout: Payout) {
  const { t } = useTranslation("affiliate")
  const { money } = useFormat()
  const showError = useErrorToast()
  const [asking, setAsking] = useState(false)
  const { providers } = usePayoutProviders({
    enabled: payout.status === "paid",
  })
  const { mutate, isPending } = useReversePayout(payout.id)
  const able =
    payout.status === "paid" &&
    !!providers?.find(({ id }) => id === payout.provider)?.can_reverse

  const actions = able
    ? [
        {
          icon: <ArrowUturnLeft />,
          label: t("payouts.takeBack.action"),
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
      title={t("payouts.takeBack.title")}
      description={t("payouts.takeBack.description", {
        sum: money(payout.amount, payout.currency_code),
      })}
      reasonLabel={t("payouts.takeBack.reason")}
      confirmText={t("payouts.takeBack.action")}
      onClose={() => setAsking(false)}
      onConfirm={(reason = "") => {
        setAsking(false)
        mutate(reason, {
          onSuccess: ({ payout: { status } }) =>
            toast.success(
              status === "paid"
                ? t("payouts.takeBack.underWay")
                : t("payouts.takeBack.done")
            ),
          onError: showError,
        })
      }}
    />
  )

  return { actions, dialog }
}
