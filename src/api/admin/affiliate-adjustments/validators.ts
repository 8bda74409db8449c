import { z } from "@medusajs/framework/zod"

import {
  currencyCode,
  reasonText,
  signedAmount,
} from "../../utils/money-fields"
import { idText } from "../../utils/text-fields"

export const AdminCreateAdjustment = z
  .object({
    affiliate_id: idText(),
    currency_code: currencyCode(),
    amount: signedAmount(),
    reason: reasonText(),
  })
  .strict()
export type AdminCreateAdjustmentType = z.infer<typeof AdminCreateAdjustment>
