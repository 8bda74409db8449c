import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { affiliateKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type { TreeResponse } from "../types"
import type { ReadOptions } from "./client"
import { FRESH } from "./client"

/**
 * Who is above an affiliate, and whom it recruited itself.
 *
 * @param limit recruited ones at most
 */
export function useTree(id: string, limit: number, options?: ReadOptions) {
  const query = { depth: 1, limit }
  const { data, ...rest } = useQuery({
    queryKey: [...affiliateKeys.detail(id), "tree", query],
    queryFn: () =>
      sdk.client.fetch<TreeResponse>(`/admin/affiliates/${id}/tree`, { query }),
    placeholderData: keepPreviousData,
    ...FRESH,
    ...options,
  })
  return { tree: data?.tree, ...rest }
}
