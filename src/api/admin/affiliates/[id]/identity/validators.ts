import { z } from "@medusajs/framework/zod"

import { reasonText } from "../../../../utils/money-fields"

export const AdminDecideIdentity = z.strictObject({
  status: z.enum(["not_required", "pending", "verified", "rejected"]),
  /** Why it was rejected, or what is still missing; the affiliate reads it. */
  note: reasonText().nullish(),
})
export type AdminDecideIdentityType = z.infer<typeof AdminDecideIdentity>
