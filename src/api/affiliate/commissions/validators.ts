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

const STATUSES = [
  "pending",
  "available",
  "requested",
  "paid",
  "clawed_back",
] as const
const KINDS = ["sale", "trailing", "level", "bonus", "adjustment"] as const

export const ListCommissionsParams = listParams(AFFILIATE_LIMIT_MAX, {
  id: textFilter(),
  order_display_id: numberFilter(),
  level: numberFilter(),
  status: wordFilter(STATUSES),
  kind: wordFilter(KINDS),
  currency_code: currencyFilter(),
  available_at: timeFilter(),
})
export type ListCommissionsParamsType = z.infer<typeof ListCommissionsParams>

export const GetCommissionParams = selectParams()
