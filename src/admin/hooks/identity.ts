import { useQuery } from "@tanstack/react-query"

import { affiliateKeys, changeKeys, identityKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  AffiliateResponse,
  DecideIdentity,
  IdentityResponse,
} from "../types"
import { FRESH, useChange } from "./client"

const routeOf = (affiliateId: string) =>
  `/admin/affiliates/${affiliateId}/identity`

/** How an affiliate's identity stands; the links to its documents are good for a short time. */
export function useIdentity(affiliateId: string) {
  const { data, ...rest } = useQuery({
    queryKey: identityKeys.detail(affiliateId),
    queryFn: () => sdk.client.fetch<IdentityResponse>(routeOf(affiliateId)),
    ...FRESH,
  })
  return { identity: data?.identity, ...rest }
}

export function useDecideIdentity(affiliateId: string) {
  return useChange(
    (body: DecideIdentity) =>
      sdk.client.fetch<AffiliateResponse>(routeOf(affiliateId), {
        method: "POST",
        body,
      }),
    [identityKeys.all, affiliateKeys.all, changeKeys.all]
  )
}
