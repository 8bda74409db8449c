import { z } from "@medusajs/framework/zod"
import { booleanString } from "@medusajs/medusa/api/utils/common-validators/common"

import {
  ADMIN_LIMIT_MAX,
  currencyFilter,
  listParams,
  numberFilter,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"
import { reasonText } from "../../utils/money-fields"
import { idText } from "../../utils/text-fields"

export const AdminListAffiliateOrdersParams = listParams(ADMIN_LIMIT_MAX, {
  id: textFilter(),
  order_id: textFilter(),
  order_display_id: numberFilter(),
  outcome: wordFilter(["attributed", "none"]),
  reason: textFilter(),
  source: wordFilter(["code", "click", "attribution", "manual"]),
  affiliate_id: textFilter(),
  program_id: textFilter(),
  customer_id: textFilter(),
  currency_code: currencyFilter(),
  flagged: booleanString().optional(),
  placed_at: timeFilter(),
  updated_at: timeFilter(),
})
export type AdminListAffiliateOrdersParamsType = z.infer<
  typeof AdminListAffiliateOrdersParams
>

export const AdminReconcileOrder = z.object({}).strict()

export const AdminAttributeOrder = z
  .object({ affiliate_id: idText().nullable(), note: reasonText() })
  .strict()
export type AdminAttributeOrderType = z.infer<typeof AdminAttributeOrder>
