import { ArrowPath, PencilSquare } from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useAffiliateOrder } from "../../hooks/orders"
import { Section } from "../section"
import { RowsSkeleton } from "../skeletons"
import { WidgetError } from "../widget-error"
import { AttributeDrawer } from "./attribute-drawer"
import { NotJudged } from "./not-judged"
import { useFollowOrder } from "./use-follow-order"
import { useReconcile } from "./use-reconcile"
import { Verdict } from "./verdict"

type OrderAffiliateProps = {
  orderId: string
  /** What differs when the order differs. */
  stamp: string
}

/** The verdict on an order, and the merchant's word on it. */
export const OrderAffiliate = ({ orderId, stamp }: OrderAffiliateProps) => {
  const { t } = useTranslation("affiliate")
  const [attributing, setAttributing] = useState(false)
  const { affiliateOrder, isError, refetch } = useAffiliateOrder(orderId)
  useFollowOrder(stamp, refetch)
  const { reconcile, isPending } = useReconcile(orderId, affiliateOrder)

  const content = () => {
    if (isError) {
      return (
        <WidgetError
          message={t("widgets.order.error")}
          onRetry={() => refetch()}
        />
      )
    }
    if (affiliateOrder === undefined) {
      return <RowsSkeleton rows={2} />
    }
    return affiliateOrder ? (
      <Verdict order={affiliateOrder} />
    ) : (
      <NotJudged onReconcile={reconcile} isPending={isPending} />
    )
  }

  return (
    <>
      <Section
        title={t("widgets.order.title")}
        actions={
          <ActionMenu
            groups={[
              {
                actions: [
                  {
                    icon: <PencilSquare />,
                    label: t("widgets.order.attribute.action"),
                    onClick: () => setAttributing(true),
                  },
                  {
                    icon: <ArrowPath />,
                    label: t("widgets.order.reconcile.action"),
                    onClick: reconcile,
                    disabled: isPending,
                  },
                ],
              },
            ]}
          />
        }
      >
        {content()}
      </Section>
      <AttributeDrawer
        orderId={orderId}
        current={affiliateOrder?.affiliate_id ?? null}
        open={attributing}
        onClose={() => setAttributing(false)}
      />
    </>
  )
}
