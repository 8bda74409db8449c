import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { statsKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type { StatsQuery, StatsResponse } from "../types"
import { FRESH } from "./client"

/** What all affiliates brought; orders and clicks come at any time. */
export function useStats(query: StatsQuery) {
  const { data, ...rest } = useQuery({
    queryKey: statsKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<StatsResponse>("/admin/affiliate-stats", { query }),
    placeholderData: keepPreviousData,
    ...FRESH,
  })
  return { stats: data?.stats, ...rest }
}
