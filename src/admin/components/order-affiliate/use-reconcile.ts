import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useAct } from "../../hooks/act"
import { useReconcileOrder } from "../../hooks/orders"
import { useFormat } from "../../lib/format"
import type { AffiliateOrder } from "../../types"

/**
 * Looks at an order again and says whether that changed anything.
 *
 * @param before The verdict as it is shown now.
 */
export function useReconcile(
  orderId: string,
  before: AffiliateOrder | null | undefined
) {
  const { t } = useTranslation("affiliate")
  const { money } = useFormat()
  const act = useAct()
  const { mutateAsync, isPending } = useReconcileOrder(orderId)

  const reconcile = () =>
    act({
      change: () => mutateAsync(),
      done: ({ affiliate_order: after }) => {
        const changed =
          before?.commission_total !== after.commission_total ||
          before.affiliate_id !== after.affiliate_id
        toast.success(
          changed
            ? t("widgets.order.reconcile.changed", {
                amount: money(after.commission_total, after.currency_code),
              })
            : t("widgets.order.reconcile.done")
        )
      },
    })

  return { reconcile, isPending }
}
