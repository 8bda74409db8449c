import { z } from "@medusajs/framework/zod"

import { reasonText } from "../../utils/money-fields"

export const AdminEraseAffiliate = z.strictObject({
  reason: reasonText(),
  /** Money that was not paid out may stay in the books, where nobody can ask for it. */
  confirm_balance: z.boolean().default(false),
})
export type AdminEraseAffiliateType = z.infer<typeof AdminEraseAffiliate>

export const AdminEraseCustomer = z.strictObject({ reason: reasonText() })
export type AdminEraseCustomerType = z.infer<typeof AdminEraseCustomer>
