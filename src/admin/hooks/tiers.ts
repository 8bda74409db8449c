import { useQuery } from "@tanstack/react-query"

import { affiliateKeys, programKeys, tierKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  CreateTier,
  Deleted,
  ListQuery,
  TierListResponse,
  TierResponse,
  UpdateTier,
} from "../types"
import type { ReadOptions } from "./client"
import { useChange } from "./client"

const ROUTE = "/admin/affiliate-tiers"

/** A tier's answer is part of its program's, and its name of its affiliates'. */
const changes = [tierKeys.all, programKeys.all, affiliateKeys.all]

export function useTiers(query: ListQuery = {}, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: tierKeys.list(query),
    queryFn: () => sdk.client.fetch<TierListResponse>(ROUTE, { query }),
    ...options,
  })
  return { tiers: data?.affiliate_tiers, count: data?.count ?? 0, ...rest }
}

export function useCreateTier() {
  return useChange(
    (body: CreateTier) =>
      sdk.client.fetch<TierResponse>(ROUTE, { method: "POST", body }),
    changes
  )
}

export function useUpdateTier(id: string) {
  return useChange(
    (body: UpdateTier) =>
      sdk.client.fetch<TierResponse>(`${ROUTE}/${id}`, {
        method: "POST",
        body,
      }),
    changes
  )
}

/** Refused by the store while affiliates are in the tier. */
export function useDeleteTier() {
  return useChange(
    (id: string) =>
      sdk.client.fetch<Deleted>(`${ROUTE}/${id}`, { method: "DELETE" }),
    changes
  )
}
