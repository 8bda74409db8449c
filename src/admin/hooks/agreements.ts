import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { affiliateKeys, agreementKeys, changeKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  AgreementListResponse,
  AgreementResponse,
  ListQuery,
  PublishAgreement,
} from "../types"
import type { ReadOptions } from "./client"
import { FRESH, useChange } from "./client"

const ROUTE = "/admin/affiliate-agreements"

/** Published versions without their words; affiliates accept them at any time. */
export function useAgreements(query: ListQuery) {
  const { data, ...rest } = useQuery({
    queryKey: agreementKeys.list(query),
    queryFn: () => sdk.client.fetch<AgreementListResponse>(ROUTE, { query }),
    placeholderData: keepPreviousData,
    ...FRESH,
  })
  return {
    agreements: data?.affiliate_agreements,
    count: data?.count ?? 0,
    ...rest,
  }
}

/** One version with its words. */
export function useAgreement(id: string, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: agreementKeys.detail(id),
    queryFn: () => sdk.client.fetch<AgreementResponse>(`${ROUTE}/${id}`),
    ...FRESH,
    ...options,
  })
  return { agreement: data?.affiliate_agreement, ...rest }
}

export function usePublishAgreement() {
  return useChange(
    (body: PublishAgreement) =>
      sdk.client.fetch<AgreementResponse>(ROUTE, { method: "POST", body }),
    // What an affiliate has yet to accept is part of its answer.
    [agreementKeys.all, affiliateKeys.details(), changeKeys.all]
  )
}
