import { z } from "@medusajs/framework/zod"

import { longText } from "../../../../utils/text-fields"

const WORD_LENGTH_MAX = 200

/** Empty where the visitor's cookie says it all. */
export const StoreSetCartAffiliate = z.strictObject({
  /** An affiliate's code, in any letter case. */
  code: longText(WORD_LENGTH_MAX).optional(),
  click_id: longText(WORD_LENGTH_MAX).optional(),
  visitor_id: longText(WORD_LENGTH_MAX).optional(),
  sub_id: longText(WORD_LENGTH_MAX).optional(),
})
export type StoreSetCartAffiliateType = z.infer<typeof StoreSetCartAffiliate>
