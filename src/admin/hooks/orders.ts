import { FetchError } from "@medusajs/js-sdk"
import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { orderKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  AffiliateOrderListResponse,
  AffiliateOrderResponse,
  AttributeOrder,
  ListQuery,
} from "../types"
import { moneyKeys } from "./affiliates"
import type { ReadOptions } from "./client"
import { FRESH, useChange } from "./client"

const ROUTE = "/admin/affiliate-orders"

/** Verdicts on orders. */
export function useAffiliateOrders(
  query: ListQuery = {},
  options?: ReadOptions
) {
  const { data, ...rest } = useQuery({
    queryKey: orderKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<AffiliateOrderListResponse>(ROUTE, { query }),
    placeholderData: keepPreviousData,
    ...FRESH,
    ...options,
  })
  return { orders: data?.affiliate_orders, count: data?.count ?? 0, ...rest }
}

/**
 * The verdict on one order: who is credited, how much, and why.
 * `affiliateOrder` is `null` while the store has not judged the order yet.
 */
export function useAffiliateOrder(orderId: string, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: orderKeys.detail(orderId),
    queryFn: async () => {
      try {
        return await sdk.client.fetch<AffiliateOrderResponse>(
          `${ROUTE}/${orderId}`
        )
      } catch (error) {
        if (error instanceof FetchError && error.status === 404) {
          return { affiliate_order: null }
        }
        throw error
      }
    },
    ...FRESH,
    ...options,
  })
  return { affiliateOrder: data?.affiliate_order, ...rest }
}

/** Looks at the order again and books any difference. */
export function useReconcileOrder(orderId: string) {
  return useChange(
    () =>
      sdk.client.fetch<AffiliateOrderResponse>(
        `${ROUTE}/${orderId}/reconcile`,
        { method: "POST", body: {} }
      ),
    moneyKeys
  )
}

/** Credits an affiliate, or nobody, by the merchant's word. */
export function useAttributeOrder(orderId: string) {
  return useChange(
    (body: AttributeOrder) =>
      sdk.client.fetch<AffiliateOrderResponse>(
        `${ROUTE}/${orderId}/attribute`,
        { method: "POST", body }
      ),
    moneyKeys
  )
}
