import { z } from "@medusajs/framework/zod"
import { booleanString } from "@medusajs/medusa/api/utils/common-validators/common"

import {
  ADMIN_LIMIT_MAX,
  currencyFilter,
  listParams,
  numberFilter,
  selectParams,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"
import { reasonText } from "../../utils/money-fields"

export const COMMISSION_STATUSES = [
  "pending",
  "available",
  "requested",
  "paid",
  "clawed_back",
] as const
export const COMMISSION_KINDS = [
  "sale",
  "trailing",
  "level",
  "bonus",
  "adjustment",
] as const

export const AdminListCommissionsParams = listParams(ADMIN_LIMIT_MAX, {
  id: textFilter(),
  affiliate_id: textFilter(),
  order_id: textFilter(),
  status: wordFilter(COMMISSION_STATUSES),
  kind: wordFilter(COMMISSION_KINDS),
  level: numberFilter(),
  currency_code: currencyFilter(),
  held: booleanString().optional(),
  available_at: timeFilter(),
  updated_at: timeFilter(),
})
export type AdminListCommissionsParamsType = z.infer<
  typeof AdminListCommissionsParams
>

export const AdminGetCommissionParams = selectParams()

export const AdminHoldCommission = z.object({ reason: reasonText() }).strict()
export type AdminHoldCommissionType = z.infer<typeof AdminHoldCommission>

export const AdminUnholdCommission = z
  .object({ reason: reasonText().nullish() })
  .strict()
export type AdminUnholdCommissionType = z.infer<typeof AdminUnholdCommission>

export const AdminReleaseCommissions = z.object({}).strict()
export type AdminReleaseCommissionsType = z.infer<
  typeof AdminReleaseCommissions
>
