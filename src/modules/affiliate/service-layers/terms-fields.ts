import { FormField } from "../domain/joining/form"
import { JoinRequirements } from "../domain/joining/requirements"
import { Utm } from "../domain/links/utm"
import { PayoutSchedule } from "../domain/payout-batches/schedule"
import { CommissionType, CurrencyAmount, ProgramLevel } from "../domain/terms"
import { TierRequirement } from "../domain/tiers"
import { toJsonColumn } from "../models/json-list"

/** What a merchant may set of a program; amounts in major units, percentages as `20`. */
export interface ProgramFields {
  name: string
  handle?: string
  status?: "active" | "inactive"
  commission_type?: CommissionType
  commission_value?: number
  fixed_values?: CurrencyAmount[]
  hold_days?: number
  attribution_window_days?: number
  attribution_model?: "last_touch" | "first_touch"
  trailing_months?: number | null
  minimum_payouts?: CurrencyAmount[]
  levels?: ProgramLevel[]
  milestones?: CurrencyAmount[]
  self_referral?: "block" | "flag" | "allow"
  auto_approve?: boolean
  include_shipping?: boolean
  include_tax?: boolean
  new_customers_only?: boolean
  /** What links add for web analytics where they say nothing themselves. */
  utm_template?: Utm | null
  form_fields?: FormField[]
  join_requirements?: JoinRequirements | null
  /** Days a rejected applicant waits before applying again. */
  reapply_days?: number
  identity_required?: "never" | "always" | "above_amount"
  /** What may be paid out in all before the identity is asked for. */
  identity_amounts?: CurrencyAmount[]
  /** When the program pays out by itself. */
  payout_schedule?: PayoutSchedule | null
}

export interface TierFields {
  name: string
  rank?: number
  commission_value?: number | null
  minimum_payouts?: CurrencyAmount[]
  requirements?: TierRequirement[]
  auto?: boolean
  /** What the tier offers beside its rate, in words to show. */
  features?: string[]
}

const LISTS = [
  "fixed_values",
  "minimum_payouts",
  "levels",
  "milestones",
  "requirements",
  "features",
  "form_fields",
  "identity_amounts",
] as const

export type WithListColumns<Fields> = Omit<Fields, (typeof LISTS)[number]> &
  Partial<Record<(typeof LISTS)[number], Record<string, unknown>>>

/** The fields as the JSON columns take them. */
export const withListColumns = <Fields extends object>(
  fields: Fields
): WithListColumns<Fields> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      Array.isArray(value) ? toJsonColumn(value) : value,
    ])
  ) as WithListColumns<Fields>
