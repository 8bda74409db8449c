import { useTranslation } from "react-i18next"

import { isHeld } from "../../../../components/commission-state"
import { ReasonPrompt } from "../../../../components/reason-prompt"
import { useAct } from "../../../../hooks/act"
import {
  useHoldCommission,
  useUnholdCommission,
} from "../../../../hooks/commissions"
import type { Commission } from "../../../../types"

type HoldPromptProps = {
  commission: Commission
  open: boolean
  onClose: () => void
}

/** Holds a commission with a reason, or lifts the hold that is on it. */
export const HoldPrompt = ({ commission, open, onClose }: HoldPromptProps) => {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync: hold } = useHoldCommission(commission.id)
  const { mutateAsync: unhold } = useUnholdCommission(commission.id)

  if (isHeld(commission)) {
    return (
      <ReasonPrompt
        open={open}
        title={t("commissions.unhold.title")}
        description={t("commissions.unhold.description")}
        reasonLabel={t("commissions.unhold.reason")}
        reasonPlaceholder={t("commissions.unhold.reasonPlaceholder")}
        confirmText={t("commissions.unhold.submit")}
        onClose={onClose}
        onConfirm={(reason) => {
          onClose()
          void act({
            change: () => unhold(reason ? { reason } : {}),
            done: t("commissions.unhold.done"),
          })
        }}
      />
    )
  }
  return (
    <ReasonPrompt
      open={open}
      required
      title={t("commissions.hold.title")}
      description={t("commissions.hold.description")}
      reasonLabel={t("commissions.hold.reason")}
      reasonPlaceholder={t("commissions.hold.reasonPlaceholder")}
      confirmText={t("commissions.hold.submit")}
      onClose={onClose}
      onConfirm={(reason = "") => {
        onClose()
        void act({
          change: () => hold({ reason }),
          done: t("commissions.hold.done"),
        })
      }}
    />
  )
}
