import { z } from "@medusajs/framework/zod"

import { fitsCurrency, toAmount } from "../../../modules/affiliate/domain/money"
import { positiveAmount } from "../../utils/money-fields"
import { says } from "../../utils/says"

/** Tax years; no store paid anybody outside these. */
export const FIRST_YEAR = 2000
export const LAST_YEAR = 2999
const USD_DIGITS = 2

export const AdminSetTaxThreshold = z.strictObject({
  /** The first tax year that it holds for, until another does. */
  year: z.number().int().min(FIRST_YEAR).max(LAST_YEAR),
  /** US dollars; `null` = what holds by law, or was set for an earlier year. */
  amount: positiveAmount()
    .refine(
      (amount) => fitsCurrency(toAmount(amount), USD_DIGITS),
      says("must have no more than two decimals")
    )
    .nullable(),
  /** Whether payouts wait for a tax form from that amount on. */
  gate: z.boolean().default(true),
})
export type AdminSetTaxThresholdType = z.infer<typeof AdminSetTaxThreshold>
