import { z } from "@medusajs/framework/zod"

import type { AmountRow } from "../components/fields/amounts-field"
import type { CurrencyAmount } from "../types"
import type { Translate } from "./form-rules"
import { amountProblem, readDecimal } from "./form-rules"

/**
 * Checks a list of amounts as it was typed: every one in the currency's own
 * digits, and nothing listed twice.
 *
 * @param repeat Whether one currency may have several different amounts, all
 * of them above zero. Otherwise zero says something: no minimum, no value.
 */
export const amountRowsRule = (t: Translate, repeat = false) =>
  z
    .array(z.object({ currency_code: z.string(), amount: z.string() }))
    .superRefine((rows, ctx) => {
      const seen = new Set<string>()
      rows.forEach(({ currency_code, amount }, index) => {
        const problem = amountProblem(t, amount, currency_code, !repeat)
        const key = repeat
          ? `${currency_code} ${readDecimal(amount)}`
          : currency_code
        const twice = seen.has(key)
          ? t(repeat ? "common.form.amountTwice" : "common.form.currencyTwice")
          : null
        seen.add(key)

        if (problem ?? twice) {
          ctx.addIssue({
            code: "custom",
            path: [index, "amount"],
            message: problem ?? twice ?? "",
          })
        }
      })
    })

export function toAmountRows(amounts: CurrencyAmount[]): AmountRow[] {
  return amounts.map(({ currency_code, amount }) => ({
    currency_code,
    amount: String(amount),
  }))
}

/** @throws never: rows that the rule lets through are all figures. */
export function toAmounts(rows: AmountRow[]): CurrencyAmount[] {
  return rows.map(({ currency_code, amount }) => ({
    currency_code,
    amount: readDecimal(amount) ?? 0,
  }))
}
