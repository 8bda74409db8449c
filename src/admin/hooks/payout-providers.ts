import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { payoutNoticeKeys, payoutProviderKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  ListQuery,
  PayoutNoticeListResponse,
  PayoutNoticeResponse,
  PayoutProviderCheckResponse,
  PayoutProviderListResponse,
} from "../types"
import { moneyKeys } from "./affiliates"
import type { ReadOptions } from "./client"
import { FRESH, useChange } from "./client"

const ROUTE = "/admin/affiliate-payout-providers"
const NOTICES = "/admin/affiliate-payout-notices"

/** The store's payout providers, and what each can do. */
export function usePayoutProviders(options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: payoutProviderKeys.list(),
    queryFn: () => sdk.client.fetch<PayoutProviderListResponse>(ROUTE),
    ...options,
  })
  return { providers: data?.payout_providers, ...rest }
}

/** Tries the store's own keys at a provider; no money moves. */
export function useCheckPayoutProvider(id: string) {
  return useChange(
    () =>
      sdk.client.fetch<PayoutProviderCheckResponse>(`${ROUTE}/${id}/check`, {
        method: "POST",
        body: {},
      }),
    []
  )
}

/** What providers' webhooks said. */
export function usePayoutNotices(query: ListQuery = {}) {
  const { data, ...rest } = useQuery({
    queryKey: payoutNoticeKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<PayoutNoticeListResponse>(NOTICES, { query }),
    placeholderData: keepPreviousData,
    ...FRESH,
  })
  return {
    notices: data?.affiliate_payout_notices,
    count: data?.count ?? 0,
    ...rest,
  }
}

/** Handles a notice again; with a note it is closed by hand instead. */
export function useHandlePayoutNotice() {
  return useChange(
    ({ id, note }: { id: string; note?: string }) =>
      sdk.client.fetch<PayoutNoticeResponse>(`${NOTICES}/${id}/handle`, {
        method: "POST",
        body: note ? { note } : {},
      }),
    [payoutNoticeKeys.all, ...moneyKeys]
  )
}
