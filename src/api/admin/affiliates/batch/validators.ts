import { z } from "@medusajs/framework/zod"

import { reasonText } from "../../../utils/money-fields"
import { says } from "../../../utils/says"
import { idText } from "../../../utils/text-fields"
import { namesOneReapply, ONE_REAPPLY, reapplyFields } from "../reapply"

const IDS_MAX = 500

export const AdminReviewAffiliates = z
  .strictObject({
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
    ...reapplyFields,
  })
  .refine(namesOneReapply, ONE_REAPPLY)
  .refine(
    ({ action, reapply_at, reapply_days }) =>
      action === "reject" ||
      (reapply_at === undefined && reapply_days === undefined),
    says("takes 'reapply_at' and 'reapply_days' with the action reject only")
  )
export type AdminReviewAffiliatesType = z.infer<typeof AdminReviewAffiliates>
