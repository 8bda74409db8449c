import { z } from "@medusajs/framework/zod"

import type { Translate } from "../../../../lib/form-rules"
import {
  amountProblem,
  readDecimal,
  textRule,
} from "../../../../lib/form-rules"
import type { CreateAdjustment } from "../../../../types"

/** The sign is a choice of its own: a minus in a figure is easily overlooked. */
export const adjustSchema = (t: Translate) =>
  z
    .object({
      affiliate_id: z
        .string()
        .min(1, t("commissions.adjust.affiliateRequired")),
      direction: z.enum(["give", "take"]),
      currency_code: z
        .string()
        .min(1, t("commissions.adjust.currencyRequired")),
      amount: z.string(),
      reason: textRule(t, 1000),
    })
    .superRefine(({ amount, currency_code }, ctx) => {
      const message = currency_code && amountProblem(t, amount, currency_code)
      if (message) {
        ctx.addIssue({ code: "custom", path: ["amount"], message })
      }
    })

export type AdjustValues = z.infer<ReturnType<typeof adjustSchema>>

/** The signed amount in major units; `null` while there is no figure. */
export function signedAmount({
  direction,
  amount,
}: Pick<AdjustValues, "direction" | "amount">): number | null {
  const figure = readDecimal(amount)
  if (!figure) {
    return null
  }
  return direction === "take" ? -figure : figure
}

export function toAdjustment(values: AdjustValues): CreateAdjustment {
  return {
    affiliate_id: values.affiliate_id,
    currency_code: values.currency_code,
    amount: signedAmount(values) ?? 0,
    reason: values.reason,
  }
}
