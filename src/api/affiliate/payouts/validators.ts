import { z } from "@medusajs/framework/zod"

import {
  AFFILIATE_LIMIT_MAX,
  currencyFilter,
  listParams,
  numberFilter,
  selectParams,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"
import { currencyCode, positiveAmount } from "../../utils/money-fields"

const STATUSES = [
  "pending",
  "processing",
  "paid",
  "failed",
  "canceled",
] as const

export const ListPayoutsParams = listParams(AFFILIATE_LIMIT_MAX, {
  id: textFilter(),
  display_id: numberFilter(),
  status: wordFilter(STATUSES),
  currency_code: currencyFilter(),
  provider: textFilter(),
  paid_at: timeFilter(),
})
export type ListPayoutsParamsType = z.infer<typeof ListPayoutsParams>

export const GetPayoutParams = selectParams()

export const RequestPayout = z
  .object({
    currency_code: currencyCode(),
    /** Without it all that is available. */
    amount: positiveAmount().nullish(),
  })
  .strict()
export type RequestPayoutType = z.infer<typeof RequestPayout>

export const CancelPayout = z.object({}).strict()
export type CancelPayoutType = z.infer<typeof CancelPayout>
