import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"

import { OrderAffiliate } from "../components/order-affiliate/order-affiliate"

/** On the order page: who was credited with it, how much, and why. */
const OrderAffiliateWidget = ({
  data: order,
}: DetailWidgetProps<AdminOrder>) => <OrderAffiliate orderId={order.id} />

export const config = defineWidgetConfig({
  zone: "order.details.side.after",
  id: "affiliate-order",
})

export default OrderAffiliateWidget
