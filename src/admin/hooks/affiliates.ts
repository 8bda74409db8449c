import { keepPreviousData, useQuery } from "@tanstack/react-query"

import {
  affiliateKeys,
  attributionKeys,
  commissionKeys,
  orderKeys,
  payoutBatchKeys,
  payoutKeys,
  programKeys,
  tierKeys,
} from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  AffiliateListResponse,
  AffiliateResponse,
  AffiliateTransition,
  CreateAffiliate,
  CreateCode,
  Deleted,
  ListQuery,
  PayoutMethodResponse,
  Reapply,
  SetPayoutMethod,
  UpdateAffiliate,
} from "../types"
import type { ReadOptions } from "./client"
import { FRESH, useChange } from "./client"

const ROUTE = "/admin/affiliates"

export const fetchAffiliates = (query: ListQuery) =>
  sdk.client.fetch<AffiliateListResponse>(ROUTE, { query })

/** Affiliates by status, program, tier, parent, customer, or words. */
export function useAffiliates(query: ListQuery = {}, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: affiliateKeys.list(query),
    queryFn: () => fetchAffiliates(query),
    placeholderData: keepPreviousData,
    ...FRESH,
    ...options,
  })
  return { affiliates: data?.affiliates, count: data?.count ?? 0, ...rest }
}

/** One affiliate with balances, codes, parent, payout method and milestones. */
export function useAffiliate(id: string, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: affiliateKeys.detail(id),
    queryFn: () => sdk.client.fetch<AffiliateResponse>(`${ROUTE}/${id}`),
    ...FRESH,
    ...options,
  })
  return { affiliate: data?.affiliate, ...rest }
}

export function useCreateAffiliate() {
  return useChange(
    (body: CreateAffiliate) =>
      sdk.client.fetch<AffiliateResponse>(ROUTE, { method: "POST", body }),
    [affiliateKeys.all, programKeys.details()]
  )
}

export function useUpdateAffiliate(id: string) {
  return useChange(
    (body: UpdateAffiliate) =>
      sdk.client.fetch<AffiliateResponse>(`${ROUTE}/${id}`, {
        method: "POST",
        body,
      }),
    [affiliateKeys.all, programKeys.details(), tierKeys.all]
  )
}

/** Refused by the store once something was earned or an order was credited. */
export function useDeleteAffiliate(id: string) {
  return useChange(
    () => sdk.client.fetch<Deleted>(`${ROUTE}/${id}`, { method: "DELETE" }),
    [affiliateKeys.lists(), programKeys.details(), tierKeys.all]
  )
}

/** Approve, reject, suspend or reinstate any affiliate, with a reason if one is given. */
export function useTransitionAffiliate() {
  return useChange(
    ({
      id,
      transition,
      reason,
      reapply,
    }: {
      id: string
      transition: AffiliateTransition
      reason?: string
      /** Of a rejection only. */
      reapply?: Reapply
    }) =>
      sdk.client.fetch<AffiliateResponse>(`${ROUTE}/${id}/${transition}`, {
        method: "POST",
        body: { ...(reason ? { reason } : {}), ...reapply },
      }),
    [affiliateKeys.all]
  )
}

export function useAddCode(id: string) {
  return useChange(
    (body: CreateCode) =>
      sdk.client.fetch<AffiliateResponse>(`${ROUTE}/${id}/codes`, {
        method: "POST",
        body,
      }),
    [affiliateKeys.all]
  )
}

export function useRetireCode(id: string) {
  return useChange(
    (code: string) =>
      sdk.client.fetch<Deleted>(
        `${ROUTE}/${id}/codes/${encodeURIComponent(code)}`,
        { method: "DELETE" }
      ),
    [affiliateKeys.all]
  )
}

export function useSetPayoutMethod(id: string) {
  return useChange(
    (body: SetPayoutMethod) =>
      sdk.client.fetch<PayoutMethodResponse>(`${ROUTE}/${id}/payout-method`, {
        method: "POST",
        body,
      }),
    [affiliateKeys.detail(id)]
  )
}

/** Has the provider say how the account on file is now. */
export function useRefreshPayoutMethod(id: string) {
  return useChange(
    () =>
      sdk.client.fetch<PayoutMethodResponse>(
        `${ROUTE}/${id}/payout-method/refresh`,
        { method: "POST", body: {} }
      ),
    [affiliateKeys.detail(id)]
  )
}

/** Lets payouts go at once to an account that took another one's place. */
export function useEndCoolOff(id: string) {
  return useChange(
    (reason: string) =>
      sdk.client.fetch<PayoutMethodResponse>(
        `${ROUTE}/${id}/payout-method/end-cool-off`,
        { method: "POST", body: { reason } }
      ),
    [affiliateKeys.detail(id)]
  )
}

/** Everything a movement of money may change. */
export const moneyKeys = [
  affiliateKeys.all,
  commissionKeys.all,
  payoutKeys.all,
  payoutBatchKeys.all,
  orderKeys.all,
  attributionKeys.all,
] as const
