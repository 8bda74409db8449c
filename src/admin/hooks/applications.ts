import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { affiliateKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  ApplicationListResponse,
  BatchResponse,
  ListQuery,
  Reapply,
} from "../types"
import { FRESH, useChange } from "./client"

const ROUTE = "/admin/affiliates"

/** What can be decided about many applications at once. */
export type Decision = "approve" | "reject"

/** Those who wait for a decision, with what they wrote. */
export function useApplications(query: ListQuery = {}) {
  const asked = { ...query, status: ["pending"], fields: "+answers" }
  const { data, ...rest } = useQuery({
    queryKey: affiliateKeys.list(asked),
    queryFn: () =>
      sdk.client.fetch<ApplicationListResponse>(ROUTE, { query: asked }),
    placeholderData: keepPreviousData,
    ...FRESH,
  })
  return { applications: data?.affiliates, count: data?.count ?? 0, ...rest }
}

/** Each by itself: one that is refused keeps no other from being decided. */
export function useDecideApplications() {
  return useChange(
    (body: { ids: string[]; action: Decision; reason?: string } & Reapply) =>
      sdk.client.fetch<BatchResponse>(`${ROUTE}/batch`, {
        method: "POST",
        body,
      }),
    [affiliateKeys.all]
  )
}
