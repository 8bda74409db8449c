import { z } from "@medusajs/framework/zod"

import {
  ADMIN_LIMIT_MAX,
  listParams,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"

const changeFilters = {
  id: textFilter(),
  entity: textFilter(),
  entity_id: textFilter(),
  action: wordFilter(["created", "changed", "deleted"]),
  actor_type: textFilter(),
  actor_id: textFilter(),
  at: timeFilter(),
}

const NEWEST_FIRST = "-at"

export const AdminListChangesParams = listParams(
  ADMIN_LIMIT_MAX,
  { ...changeFilters, affiliate_id: textFilter() },
  NEWEST_FIRST
)
export type AdminListChangesParamsType = z.infer<typeof AdminListChangesParams>

/** The same for one affiliate, who is in the address. */
export const AdminListChangesOfAffiliateParams = listParams(
  ADMIN_LIMIT_MAX,
  changeFilters,
  NEWEST_FIRST
)
