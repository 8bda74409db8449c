import { useQuery } from "@tanstack/react-query"

import { attributionKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type { AttributionListResponse } from "../types"
import { FRESH } from "./client"

/** The affiliate that a customer is bound to; `null` when there is none. */
export function useCustomerAttribution(customerId: string) {
  const { data, ...rest } = useQuery({
    queryKey: attributionKeys.list({ customer_id: customerId }),
    queryFn: () =>
      sdk.client.fetch<AttributionListResponse>(
        "/admin/affiliate-attributions",
        { query: { customer_id: customerId, limit: 1 } }
      ),
    ...FRESH,
  })
  return {
    attribution: data ? (data.affiliate_attributions[0] ?? null) : undefined,
    ...rest,
  }
}
