import { z } from "@medusajs/framework/zod"

import {
  ADMIN_LIMIT_MAX,
  listParams,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../../../utils/list-params"

export const AdminListTierChangesParams = listParams(
  ADMIN_LIMIT_MAX,
  {
    id: textFilter(),
    program_id: textFilter(),
    from_tier_id: textFilter(),
    to_tier_id: textFilter(),
    by: wordFilter(["requirements", "merchant"]),
    at: timeFilter(),
  },
  "-at"
)
export type AdminListTierChangesParamsType = z.infer<
  typeof AdminListTierChangesParams
>
