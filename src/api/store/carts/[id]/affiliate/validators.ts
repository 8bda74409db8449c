import { z } from "@medusajs/framework/zod"

import { says } from "../../../../utils/says"
import { longText } from "../../../../utils/text-fields"

const WORD_LENGTH_MAX = 200

export const StoreSetCartAffiliate = z
  .strictObject({
    /** An affiliate's code, in any letter case. */
    code: longText(WORD_LENGTH_MAX).optional(),
    click_id: longText(WORD_LENGTH_MAX).optional(),
    visitor_id: longText(WORD_LENGTH_MAX).optional(),
    sub_id: longText(WORD_LENGTH_MAX).optional(),
  })
  .refine(
    ({ code, click_id, visitor_id }) =>
      code !== undefined || click_id !== undefined || visitor_id !== undefined,
    says("needs one of 'code', 'click_id' and 'visitor_id'")
  )
export type StoreSetCartAffiliateType = z.infer<typeof StoreSetCartAffiliate>
