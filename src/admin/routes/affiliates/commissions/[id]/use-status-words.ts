import { useTranslation } from "react-i18next"

import { isHeld } from "../../../../components/commission-state"
import { useFormat } from "../../../../lib/format"
import type { Commission } from "../../../../types"

/** Says what a commission waits for, or what has become of it. */
export function useStatusWords() {
  const { t } = useTranslation("affiliate")
  const { date } = useFormat()

  return (commission: Commission): string => {
    if (commission.status !== "pending") {
      return t(`commissions.statusHint.${commission.status}`)
    }
    if (isHeld(commission)) {
      return t("commissions.hold.description")
    }
    if (new Date(commission.available_at) > new Date()) {
      return t("commissions.detail.releaseAfter", {
        date: date(commission.available_at),
      })
    }
    return commission.payable
      ? t("commissions.detail.releasedSoon")
      : t("commissions.detail.releasedWhenPaid")
  }
}
