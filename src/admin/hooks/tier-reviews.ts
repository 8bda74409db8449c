import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { affiliateKeys, programKeys, tierKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  ListQuery,
  TierChangeListResponse,
  TierReviewResponse,
} from "../types"
import { FRESH, useChange } from "./client"

const ROUTE = "/admin/affiliate-tiers/review"

const review = (program_id: string, dry_run: boolean) =>
  sdk.client.fetch<TierReviewResponse>(ROUTE, {
    method: "POST",
    body: { program_id, dry_run },
  })

/** Who would move between the program's automatic tiers as things are. */
export function useTierPreview(programId: string) {
  const { data, ...rest } = useQuery({
    queryKey: [...tierKeys.all, "review", programId],
    queryFn: () => review(programId, true),
    ...FRESH,
    gcTime: 0,
  })
  return { preview: data?.tier_review, ...rest }
}

/** Moves whom the figures say, and tells them. */
export function useReviewTiers(programId: string) {
  return useChange(
    () => review(programId, false),
    [affiliateKeys.all, programKeys.all, tierKeys.all]
  )
}

/** An affiliate's moves between tiers, latest first. */
export function useTierChanges(id: string, query: ListQuery) {
  const { data, ...rest } = useQuery({
    queryKey: [...affiliateKeys.detail(id), "tier-changes", query],
    queryFn: () =>
      sdk.client.fetch<TierChangeListResponse>(
        `/admin/affiliates/${id}/tier-changes`,
        { query }
      ),
    placeholderData: keepPreviousData,
    ...FRESH,
  })
  return { changes: data?.tier_changes, count: data?.count ?? 0, ...rest }
}
