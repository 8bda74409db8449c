import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { affiliateKeys, programKeys, tierKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  CreateProgram,
  Deleted,
  ListQuery,
  ProgramListResponse,
  ProgramResponse,
  UpdateProgram,
} from "../types"
import type { ReadOptions } from "./client"
import { useChange } from "./client"

const ROUTE = "/admin/affiliate-programs"

export const fetchPrograms = (query: ListQuery) =>
  sdk.client.fetch<ProgramListResponse>(ROUTE, { query })

export function usePrograms(query: ListQuery = {}, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: programKeys.list(query),
    queryFn: () => fetchPrograms(query),
    placeholderData: keepPreviousData,
    ...options,
  })
  return {
    programs: data?.affiliate_programs,
    count: data?.count ?? 0,
    ...rest,
  }
}

/** One program with its tiers, milestones and the number of its affiliates. */
export function useProgram(id: string, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: programKeys.detail(id),
    queryFn: () => sdk.client.fetch<ProgramResponse>(`${ROUTE}/${id}`),
    ...options,
  })
  return { program: data?.affiliate_program, ...rest }
}

export function useCreateProgram() {
  return useChange(
    (body: CreateProgram) =>
      sdk.client.fetch<ProgramResponse>(ROUTE, { method: "POST", body }),
    [programKeys.all]
  )
}

export function useUpdateProgram(id: string) {
  return useChange(
    (body: UpdateProgram) =>
      sdk.client.fetch<ProgramResponse>(`${ROUTE}/${id}`, {
        method: "POST",
        body,
      }),
    // An affiliate's answer carries the program's name.
    [programKeys.all, affiliateKeys.all]
  )
}

/** Refused by the store while the program has affiliates. */
export function useDeleteProgram() {
  return useChange(
    (id: string) =>
      sdk.client.fetch<Deleted>(`${ROUTE}/${id}`, { method: "DELETE" }),
    [programKeys.lists(), tierKeys.all]
  )
}
