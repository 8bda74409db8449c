import { z } from "@medusajs/framework/zod"

import {
  ADMIN_LIMIT_MAX,
  listParams,
  timeFilter,
  wordFilter,
} from "../../../../utils/list-params"

export const AdminListTierChangesParams = listParams(ADMIN_LIMIT_MAX, {
  by: wordFilter(["requirements", "merchant"]),
  at: timeFilter(),
}).extend({ order: z.string().min(1).default("-at") })
export type AdminListTierChangesParamsType = z.infer<
  typeof AdminListTierChangesParams
>
