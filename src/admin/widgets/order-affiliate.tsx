import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"

import { OrderAffiliate } from "../components/order-affiliate/order-affiliate"

/** On the order page: who was credited with it, how much, and why. */
const OrderAffiliateWidget = ({
  data: order,
}: DetailWidgetProps<AdminOrder>) => (
  <OrderAffiliate
    orderId={order.id}
    stamp={JSON.stringify([
      order.updated_at,
      order.payment_status,
      order.summary,
    ])}
  />
)

export const config = defineWidgetConfig({
  zone: "order.details.side.after",
  id: "affiliate-order",
})

export default OrderAffiliateWidget
