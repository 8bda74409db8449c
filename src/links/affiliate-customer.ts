import CustomerModule from "@medusajs/medusa/customer"
import { defineLink } from "@medusajs/framework/utils"

import AffiliateModule from "../modules/affiliate"

/**
 * `affiliate.customer`: the Medusa customer an affiliate is, if any.
 *
 * One way only, like every link here: a field on the customer could be asked for through the
 * store's own routes, and would show shoppers what is between the merchant and an affiliate.
 */
export default defineLink(
  { linkable: AffiliateModule.linkable.affiliate, field: "customer_id" },
  CustomerModule.linkable.customer,
  { readOnly: true }
)
