import { z } from "@medusajs/framework/zod"

import {
  ADMIN_LIMIT_MAX,
  listParams,
  textFilter,
  timeFilter,
} from "../../utils/list-params"

export const AdminListAttributionsParams = listParams(ADMIN_LIMIT_MAX, {
  id: textFilter(),
  customer_id: textFilter(),
  email_normalized: textFilter(),
  affiliate_id: textFilter(),
  order_id: textFilter(),
  starts_at: timeFilter(),
  ends_at: timeFilter(),
  updated_at: timeFilter(),
})
export type AdminListAttributionsParamsType = z.infer<
  typeof AdminListAttributionsParams
>
