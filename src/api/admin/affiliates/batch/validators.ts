import { z } from "@medusajs/framework/zod"

import { reasonText } from "../../../utils/money-fields"
import { says } from "../../../utils/says"
import { idText } from "../../../utils/text-fields"

const IDS_MAX = 500

export const AdminReviewAffiliates = z.strictObject({
  ids: z
    .array(idText())
    .min(1)
    .max(IDS_MAX)
    .refine(
      (ids) => new Set(ids).size === ids.length,
      says("names an affiliate twice")
    ),
  action: z.enum(["approve", "reject", "suspend", "reinstate"]),
  reason: reasonText().nullish(),
})
export type AdminReviewAffiliatesType = z.infer<typeof AdminReviewAffiliates>
