import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query"

import { affiliateKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type { TreeNode, TreeResponse } from "../types"
import type { ReadOptions } from "./client"
import { FRESH } from "./client"

const fetchTree = (id: string, query: Record<string, number>) =>
  sdk.client.fetch<TreeResponse>(`/admin/affiliates/${id}/tree`, { query })

/** Who is above an affiliate. */
export function useLine(id: string, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: [...affiliateKeys.detail(id), "line"],
    queryFn: () => fetchTree(id, { depth: 0 }),
    placeholderData: keepPreviousData,
    ...FRESH,
    ...options,
  })
  return { ancestors: data?.tree.ancestors, ...rest }
}

const FIRST_PAGE = 10
const NEXT_PAGES = 50

/** Whom an affiliate recruited itself, the newest first; more of them with `showMore`. */
export function useRecruits(id: string) {
  const { data, error, refetch, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: [...affiliateKeys.detail(id), "recruits"],
      queryFn: ({ pageParam: offset }) =>
        fetchTree(id, {
          depth: 1,
          limit: offset ? NEXT_PAGES : FIRST_PAGE,
          offset,
        }),
      initialPageParam: 0,
      getNextPageParam: (_, pages) =>
        pages.reduce((count, { tree }) => count + tree.descendants.length, 0),
      ...FRESH,
    })
  const recruits = data && withoutTwins(data.pages)
  const all = data?.pages.at(-1)?.tree.affiliate.children_count ?? 0
  return {
    recruits,
    unseen: Math.max(all - (recruits?.length ?? 0), 0),
    showMore: () => void fetchNextPage(),
    isFetchingMore: isFetchingNextPage,
    error,
    refetch,
  }
}

/** Somebody recruited between two pages moves the others down, so that one may come twice. */
function withoutTwins(pages: TreeResponse[]): TreeNode[] {
  const nodes = pages.flatMap(({ tree }) => tree.descendants)
  return [...new Map(nodes.map((node) => [node.id, node])).values()]
}
