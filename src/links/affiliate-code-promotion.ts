import PromotionModule from "@medusajs/medusa/promotion"
import { defineLink } from "@medusajs/framework/utils"

import AffiliateModule from "../modules/affiliate"

/** `affiliate_code.promotion`: the Medusa promotion that gives the code's discount. */
export default defineLink(
  { linkable: AffiliateModule.linkable.affiliateCode, field: "promotion_id" },
  PromotionModule.linkable.promotion,
  { readOnly: true }
)
