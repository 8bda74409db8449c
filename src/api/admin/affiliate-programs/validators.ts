import { z } from "@medusajs/framework/zod"

import { LEVELS_MAX } from "../../../modules/affiliate/domain/program-rules"
import {
  ADMIN_LIMIT_MAX,
  listParams,
  selectParams,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"
import { says } from "../../utils/says"
import {
  currencyAmounts,
  currencyThresholds,
  percentage,
  rate,
} from "../../utils/terms-fields"
import { lineText } from "../../utils/text-fields"
import { utmFields } from "../../utils/utm-fields"
import { formFields, joinRequirements, reapplyDays } from "./joining-fields"
import { payoutSchedule } from "./schedule-fields"

const NAME_LENGTH_MAX = 200
const HANDLE_LENGTH_MAX = 100
const DAYS_MAX = 3650
const TRAILING_MONTHS_MAX = 1200
const MILESTONES_MAX = 50

export const PROGRAM_STATUSES = ["active", "inactive"] as const
export const COMMISSION_TYPES = [
  "percentage",
  "fixed_per_item",
  "fixed_per_order",
] as const

export const AdminListProgramsParams = listParams(ADMIN_LIMIT_MAX, {
  id: textFilter(),
  name: textFilter(),
  handle: textFilter(),
  status: wordFilter(PROGRAM_STATUSES),
  updated_at: timeFilter(),
})
export type AdminListProgramsParamsType = z.infer<
  typeof AdminListProgramsParams
>

export const AdminGetProgramParams = selectParams()

const days = () => z.number().int().min(0).max(DAYS_MAX)

const programFields = {
  handle: z
    .string()
    .trim()
    .max(HANDLE_LENGTH_MAX)
    .regex(
      /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/,
      says(
        "must have lower case letters and digits only, with single - or _ between them"
      )
    )
    .optional(),
  status: z.enum(PROGRAM_STATUSES).optional(),
  commission_type: z.enum(COMMISSION_TYPES).optional(),
  commission_value: rate().optional(),
  fixed_values: currencyAmounts().optional(),
  hold_days: days().optional(),
  attribution_window_days: days().optional(),
  attribution_model: z.enum(["last_touch", "first_touch"]).optional(),
  trailing_months: z
    .number()
    .int()
    .min(0)
    .max(TRAILING_MONTHS_MAX)
    .nullable()
    .optional(),
  minimum_payouts: currencyAmounts().optional(),
  levels: z
    .array(
      z.strictObject({
        level: z.number().int(),
        percent: percentage(),
        basis: z.enum(["order", "commission"]),
      })
    )
    .max(LEVELS_MAX)
    .optional(),
  milestones: currencyThresholds(MILESTONES_MAX).optional(),
  self_referral: z.enum(["block", "flag", "allow"]).optional(),
  auto_approve: z.boolean().optional(),
  include_shipping: z.boolean().optional(),
  include_tax: z.boolean().optional(),
  new_customers_only: z.boolean().optional(),
  utm_template: utmFields().nullish(),
  form_fields: formFields().optional(),
  join_requirements: joinRequirements().nullish(),
  reapply_days: reapplyDays().optional(),
  identity_required: z.enum(["never", "always", "above_amount"]).optional(),
  identity_amounts: currencyAmounts().optional(),
  payout_schedule: payoutSchedule().nullish(),
}

export const AdminCreateProgram = z.strictObject({
  name: lineText(NAME_LENGTH_MAX),
  ...programFields,
})
export type AdminCreateProgramType = z.infer<typeof AdminCreateProgram>

export const AdminUpdateProgram = z.strictObject({
  name: lineText(NAME_LENGTH_MAX).optional(),
  ...programFields,
})
export type AdminUpdateProgramType = z.infer<typeof AdminUpdateProgram>
