import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { creativeKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  CreateCreative,
  CreativeListResponse,
  CreativeResponse,
  Deleted,
  ListQuery,
  UpdateCreative,
} from "../types"
import { useChange } from "./client"

const ROUTE = "/admin/affiliate-creatives"

export function useCreatives(query: ListQuery) {
  const { data, ...rest } = useQuery({
    queryKey: creativeKeys.list(query),
    queryFn: () => sdk.client.fetch<CreativeListResponse>(ROUTE, { query }),
    placeholderData: keepPreviousData,
  })
  return {
    creatives: data?.affiliate_creatives,
    count: data?.count ?? 0,
    ...rest,
  }
}

export function useCreative(id: string) {
  const { data, ...rest } = useQuery({
    queryKey: creativeKeys.detail(id),
    queryFn: () => sdk.client.fetch<CreativeResponse>(`${ROUTE}/${id}`),
  })
  return { creative: data?.affiliate_creative, ...rest }
}

export function useCreateCreative() {
  return useChange(
    (body: CreateCreative) =>
      sdk.client.fetch<CreativeResponse>(ROUTE, { method: "POST", body }),
    [creativeKeys.all]
  )
}

export function useUpdateCreative(id: string) {
  return useChange(
    (body: UpdateCreative) =>
      sdk.client.fetch<CreativeResponse>(`${ROUTE}/${id}`, {
        method: "POST",
        body,
      }),
    [creativeKeys.all]
  )
}

export function useDeleteCreative() {
  return useChange(
    (id: string) =>
      sdk.client.fetch<Deleted>(`${ROUTE}/${id}`, { method: "DELETE" }),
    [creativeKeys.all]
  )
}
