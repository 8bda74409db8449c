import OrderModule from "@medusajs/medusa/order"
import { defineLink } from "@medusajs/framework/utils"

import AffiliateModule from "../modules/affiliate"

/** `affiliate_conversion.order`: the Medusa order that was judged. */
export default defineLink(
  { linkable: AffiliateModule.linkable.affiliateConversion, field: "order_id" },
  OrderModule.linkable.order,
  { readOnly: true }
)
