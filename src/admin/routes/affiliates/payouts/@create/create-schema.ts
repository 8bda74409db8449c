import { z } from "@medusajs/framework/zod"

import type { Translate } from "../../../../lib/form-rules"
import { amountProblem, readOptional } from "../../../../lib/form-rules"
import type { CreatePayout } from "../../../../types"

export const createPayoutSchema = (t: Translate) =>
  z
    .object({
      affiliate_id: z.string().min(1, t("payouts.create.affiliateRequired")),
      currency_code: z.string().min(1, t("payouts.create.currencyRequired")),
      /** Empty = all that is available. */
      amount: z.string(),
    })
    .superRefine(({ amount, currency_code }, ctx) => {
      const message =
        amount.trim() &&
        currency_code &&
        amountProblem(t, amount, currency_code)
      if (message) {
        ctx.addIssue({ code: "custom", path: ["amount"], message })
      }
    })

export type CreatePayoutValues = z.infer<ReturnType<typeof createPayoutSchema>>

export function toPayout(values: CreatePayoutValues): CreatePayout {
  return {
    affiliate_id: values.affiliate_id,
    currency_code: values.currency_code,
    amount: readOptional(values.amount),
  }
}
