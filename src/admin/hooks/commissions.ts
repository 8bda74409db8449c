import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { commissionKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  CommissionListResponse,
  CommissionResponse,
  CreateAdjustment,
  ListQuery,
} from "../types"
import { moneyKeys } from "./affiliates"
import type { ReadOptions } from "./client"
import { FRESH, useChange } from "./client"

const ROUTE = "/admin/affiliate-commissions"

/** Commissions by affiliate, order, status, kind, currency, hold, time, or words. */
export function useCommissions(query: ListQuery = {}, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: commissionKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<CommissionListResponse>(ROUTE, {
        query: { fields: "-lines,-entries", ...query },
      }),
    placeholderData: keepPreviousData,
    ...FRESH,
    ...options,
  })
  return { commissions: data?.commissions, count: data?.count ?? 0, ...rest }
}

/** One commission with its lines, ledger entries, verdict and payouts. */
export function useCommission(id: string, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: commissionKeys.detail(id),
    queryFn: () => sdk.client.fetch<CommissionResponse>(`${ROUTE}/${id}`),
    ...FRESH,
    ...options,
  })
  return { commission: data?.commission, ...rest }
}

/** Keeps a pending commission from being released. */
export function useHoldCommission(id: string) {
  return useChange(
    (body: { reason: string }) =>
      sdk.client.fetch<CommissionResponse>(`${ROUTE}/${id}/hold`, {
        method: "POST",
        body,
      }),
    [commissionKeys.all]
  )
}

/** Lets a held commission be released when it is due. */
export function useUnholdCommission(id: string) {
  return useChange(
    (body: { reason?: string }) =>
      sdk.client.fetch<CommissionResponse>(`${ROUTE}/${id}/unhold`, {
        method: "POST",
        body,
      }),
    [commissionKeys.all]
  )
}

/** Releases all that is due now; answers how many commissions that were. */
export function useReleaseCommissions() {
  return useChange(
    () =>
      sdk.client.fetch<{ released: number }>(`${ROUTE}/release`, {
        method: "POST",
        body: {},
      }),
    moneyKeys
  )
}

/** Books an amount on an affiliate's available balance, up or down. */
export function useCreateAdjustment() {
  return useChange(
    (body: CreateAdjustment) =>
      sdk.client.fetch<CommissionResponse>("/admin/affiliate-adjustments", {
        method: "POST",
        body,
      }),
    moneyKeys
  )
}
