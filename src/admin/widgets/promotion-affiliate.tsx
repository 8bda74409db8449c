import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminPromotion,
  DetailWidgetProps,
} from "@medusajs/framework/types"

import { PromotionAffiliate } from "../components/promotion-affiliate"

/** On the promotion page: whose code it is, if it is an affiliate's. */
const PromotionAffiliateWidget = ({
  data: promotion,
}: DetailWidgetProps<AdminPromotion>) => (
  <PromotionAffiliate promotionId={promotion.id} />
)

export const config = defineWidgetConfig({
  zone: "promotion.details.side.after",
  id: "affiliate-promotion",
})

export default PromotionAffiliateWidget
