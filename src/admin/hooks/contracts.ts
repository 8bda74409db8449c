import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { contractStateOf } from "../lib/contract-state"
import { affiliateKeys, changeKeys, contractKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  ContractListResponse,
  ContractResponse,
  CreateContract,
  Deleted,
  ListQuery,
  UpdateContract,
} from "../types"
import { useChange } from "./client"

const routeOf = (affiliateId: string) =>
  `/admin/affiliates/${affiliateId}/contracts`

const changes = [contractKeys.all, affiliateKeys.details(), changeKeys.all]

/** The contracts of an affiliate, the one that begins last first. */
export function useContracts(affiliateId: string, query: ListQuery = {}) {
  const { data, ...rest } = useQuery({
    queryKey: contractKeys.list({ affiliateId, ...query }),
    queryFn: () =>
      sdk.client.fetch<ContractListResponse>(routeOf(affiliateId), { query }),
    placeholderData: keepPreviousData,
  })
  return { contracts: data?.contracts, count: data?.count ?? 0, ...rest }
}

/** How many an affiliate's page shows at first; one request for all of it. */
export const CONTRACTS_SHOWN = 5

/** The contract that counts for the affiliate's next order; `null` = none does. */
export function useRunningContract(affiliateId: string) {
  const { contracts } = useContracts(affiliateId, { limit: CONTRACTS_SHOWN })
  return contracts?.find((one) => contractStateOf(one) === "running") ?? null
}

export function useContract(affiliateId: string, id: string) {
  const { data, ...rest } = useQuery({
    queryKey: contractKeys.detail(id),
    queryFn: () =>
      sdk.client.fetch<ContractResponse>(`${routeOf(affiliateId)}/${id}`),
  })
  return { contract: data?.contract, ...rest }
}

export function useCreateContract(affiliateId: string) {
  return useChange(
    (body: CreateContract) =>
      sdk.client.fetch<ContractResponse>(routeOf(affiliateId), {
        method: "POST",
        body,
      }),
    changes
  )
}

/** Once it has started, the store takes another title, words and end only. */
export function useUpdateContract(affiliateId: string) {
  return useChange(
    ({ id, ...body }: UpdateContract & { id: string }) =>
      sdk.client.fetch<ContractResponse>(`${routeOf(affiliateId)}/${id}`, {
        method: "POST",
        body,
      }),
    changes
  )
}

/** Refused by the store once it has started. */
export function useDeleteContract(affiliateId: string) {
  return useChange(
    (id: string) =>
      sdk.client.fetch<Deleted>(`${routeOf(affiliateId)}/${id}`, {
        method: "DELETE",
      }),
    [contractKeys.lists(), affiliateKeys.details(), changeKeys.all]
  )
}
