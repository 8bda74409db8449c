import { z } from "@medusajs/framework/zod"

import {
  ADMIN_LIMIT_MAX,
  currencyFilter,
  listParams,
  numberFilter,
  searchParam,
  selectParams,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"
import { currencyCode, positiveAmount } from "../../utils/money-fields"
import { idText, lineText } from "../../utils/text-fields"

const REFERENCE_LENGTH_MAX = 200

export const PAYOUT_STATUSES = [
  "pending",
  "processing",
  "paid",
  "failed",
  "canceled",
] as const

const payoutFilters = {
  q: searchParam(),
  id: textFilter(),
  display_id: numberFilter(),
  affiliate_id: textFilter(),
  status: wordFilter(PAYOUT_STATUSES),
  currency_code: currencyFilter(),
  provider: textFilter(),
  /** Those that came back, or of which nobody could say what became of them. */
  returned_at: timeFilter(),
  stuck_at: timeFilter(),
  created_at: timeFilter(),
  updated_at: timeFilter(),
  paid_at: timeFilter(),
}

export const AdminListPayoutsParams = listParams(ADMIN_LIMIT_MAX, payoutFilters)
export type AdminListPayoutsParamsType = z.infer<typeof AdminListPayoutsParams>

export const AdminGetPayoutParams = selectParams()

/**
 * `generic`: every bank detail there is, in a table. `sepa`: euro transfers as
 * a table. `pain.001`: the same as the ISO 20022 file that banks take.
 */
export const EXPORT_FORMATS = ["generic", "sepa", "pain.001"] as const

export const AdminExportPayoutsParams = z
  .object({
    ...payoutFilters,
    ids: textFilter(),
    /** Only payouts of this batch. */
    batch_id: idText().optional(),
    format: z.enum(EXPORT_FORMATS).optional(),
  })
  .strict()
export type AdminExportPayoutsParamsType = z.infer<
  typeof AdminExportPayoutsParams
>

export const AdminCreatePayout = z
  .object({
    affiliate_id: idText(),
    currency_code: currencyCode(),
    /** Without it all that is available. */
    amount: positiveAmount().nullish(),
  })
  .strict()
export type AdminCreatePayoutType = z.infer<typeof AdminCreatePayout>

/** The actions that take nothing. */
export const AdminPayoutAction = z.object({}).strict()
export type AdminPayoutActionType = z.infer<typeof AdminPayoutAction>

export const AdminReversePayout = z
  .object({
    /** The provider is told, and the affiliate reads it. */
    reason: lineText(REFERENCE_LENGTH_MAX),
  })
  .strict()
export type AdminReversePayoutType = z.infer<typeof AdminReversePayout>

export const AdminMarkPayoutPaid = z
  .object({
    reference: lineText(REFERENCE_LENGTH_MAX).nullish(),
    /** What was sent; refused when the payout is another amount by now. */
    amount: positiveAmount().nullish(),
  })
  .strict()
export type AdminMarkPayoutPaidType = z.infer<typeof AdminMarkPayoutPaid>
