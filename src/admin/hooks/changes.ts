import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { changeKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type { ChangedEntity, ChangeListResponse } from "../types"
import { FRESH } from "./client"

/** Whose changes: all that concern an affiliate, or those of single rows. */
export type ChangesOf =
  | { affiliateId: string }
  | { entity: ChangedEntity | ChangedEntity[]; entityId: string | string[] }

type Page = { limit: number; offset: number }

/** Who changed what, when, from what to what; newest first. */
export function useChanges(of: ChangesOf, page: Page) {
  const query =
    "affiliateId" in of
      ? page
      : { ...page, entity: of.entity, entity_id: of.entityId }
  const route =
    "affiliateId" in of
      ? `/admin/affiliates/${of.affiliateId}/audit`
      : "/admin/affiliate-changes"
  const { data, ...rest } = useQuery({
    queryKey: changeKeys.list({ route, ...query }),
    queryFn: () => sdk.client.fetch<ChangeListResponse>(route, { query }),
    placeholderData: keepPreviousData,
    ...FRESH,
  })
  return { changes: data?.changes, count: data?.count ?? 0, ...rest }
}
