import { z } from "@medusajs/framework/zod"

import { reasonText } from "../../../../utils/money-fields"
import { says } from "../../../../utils/says"

export const AdminDecideIdentity = z
  .strictObject({
    status: z.enum(["not_required", "pending", "verified", "rejected"]),
    /** Why it was rejected, or what is still missing; the affiliate reads it. */
    note: reasonText().nullish(),
  })
  .refine(
    ({ status, note }) => status !== "rejected" || !!note,
    says("needs a 'note' where the status is rejected: the affiliate reads why")
  )
export type AdminDecideIdentityType = z.infer<typeof AdminDecideIdentity>
