import { z } from "@medusajs/framework/zod"

import { reasonText } from "../../../../utils/money-fields"

export const AdminRevealTaxNumbers = z.strictObject({
  /** Why the numbers are looked at in clear; kept with who looked. */
  reason: reasonText(),
})
export type AdminRevealTaxNumbersType = z.infer<typeof AdminRevealTaxNumbers>

export const AdminSetBackupWithholding = z.strictObject({
  backup_withholding: z.boolean(),
  /** What the tax authority wrote, and when. */
  reason: reasonText(),
})
export type AdminSetBackupWithholdingType = z.infer<
  typeof AdminSetBackupWithholding
>
