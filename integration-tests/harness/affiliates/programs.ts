import { ok } from "../shop"
import type { Merchant } from "./merchant"
import { unique } from "./unique"

export type { Merchant } from "./merchant"

/** What `POST /admin/affiliate-programs` takes, as far as anybody here sets it. Amounts in major units. */
export type ProgramFields = {
  name?: string
  handle?: string
  commission_type?: "percentage" | "fixed_per_item" | "fixed_per_order"
  commission_value?: number
  fixed_values?: { currency_code: string; amount: number }[]
  hold_days?: number
  attribution_window_days?: number
  attribution_model?: "last_touch" | "first_touch"
  trailing_months?: number | null
  minimum_payouts?: { currency_code: string; amount: number }[]
  levels?: { level: number; percent: number; basis: "order" | "commission" }[]
  milestones?: { currency_code: string; amount: number }[]
  self_referral?: "block" | "flag" | "allow"
  include_shipping?: boolean
  include_tax?: boolean
  new_customers_only?: boolean
  identity_required?: "never" | "always" | "above_amount"
  identity_amounts?: { currency_code: string; amount: number }[]
}

/**
 * A program of its own: 20 %, held for 30 days, without minimum payouts and
 * milestones, unless said otherwise.
 *
 * @returns its id
 */
export async function addProgram(
  { admin }: Merchant,
  fields: ProgramFields = {}
): Promise<string> {
  const { affiliate_program } = ok(
    await admin.post("/admin/affiliate-programs", {
      name: unique("Program "),
      ...(fields.fixed_values ? {} : { commission_value: 20 }),
      ...fields,
    })
  )
  return affiliate_program.id
}
