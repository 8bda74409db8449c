import { useTranslation } from "react-i18next"

import { useCommission } from "../../../../hooks/commissions"
import { useKindName } from "../../../../lib/kind-name"

/** The last step of the trail: the order, or what else the commission is for. */
export const CommissionCrumb = ({ id }: { id: string }) => {
  const { t } = useTranslation("affiliate")
  const kindName = useKindName()
  const { commission } = useCommission(id, { enabled: !!id })

  if (!commission) {
    return <>…</>
  }
  return commission.order_display_id === null ? (
    <>{kindName(commission)}</>
  ) : (
    <>{t("commissions.detail.crumb", { order: commission.order_display_id })}</>
  )
}
