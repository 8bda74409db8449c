import { z } from "@medusajs/framework/zod"

import {
  AFFILIATE_LIMIT_MAX,
  listParams,
  numberFilter,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"

export const ListReferralsParams = listParams(
  AFFILIATE_LIMIT_MAX,
  {
    id: textFilter(),
    level: numberFilter(),
    status: wordFilter(["pending", "approved", "rejected", "suspended"]),
    joined_at: timeFilter(),
  },
  "level"
)
export type ListReferralsParamsType = z.infer<typeof ListReferralsParams>
