import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { postCsv } from "../lib/post-csv"
import { affiliateKeys, invitationKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  Deleted,
  InvitationListResponse,
  Invite,
  ListQuery,
  NewInvitationResponse,
  NewInvitationsResponse,
} from "../types"
import { FRESH, useChange } from "./client"

const ROUTE = "/admin/affiliate-invitations"

/** Invitations by status, program, time, or words. */
export function useInvitations(query: ListQuery = {}) {
  const { data, ...rest } = useQuery({
    queryKey: invitationKeys.list(query),
    queryFn: () => sdk.client.fetch<InvitationListResponse>(ROUTE, { query }),
    placeholderData: keepPreviousData,
    ...FRESH,
  })
  return {
    invitations: data?.affiliate_invitations,
    count: data?.count ?? 0,
    ...rest,
  }
}

export function useInvite() {
  return useChange(
    (body: Invite) =>
      sdk.client.fetch<NewInvitationResponse>(ROUTE, { method: "POST", body }),
    [invitationKeys.all]
  )
}

/** Everybody in the file, or nobody. Fails with `CsvRefused`. */
export function useInviteMany() {
  return useChange(
    (csv: string) => postCsv<NewInvitationsResponse>(ROUTE, csv),
    [invitationKeys.all]
  )
}

/** With a new link; the old one is worth nothing from then on. */
export function useResendInvitation() {
  return useChange(
    (id: string) => post(`${ROUTE}/${id}/resend`),
    [invitationKeys.all]
  )
}

export function useRevokeInvitation() {
  return useChange(
    (id: string) =>
      sdk.client.fetch<Deleted>(`${ROUTE}/${id}`, { method: "DELETE" }),
    [invitationKeys.all]
  )
}

/** Invites an affiliate whom the merchant made by hand to make a login, once more if it was invited before. */
export function useInviteAffiliate(id: string) {
  return useChange(async () => {
    const { affiliate_invitations } =
      await sdk.client.fetch<InvitationListResponse>(ROUTE, {
        query: { affiliate_id: id, status: "open", limit: 1 },
      })
    const [before] = affiliate_invitations
    return post(
      before ? `${ROUTE}/${before.id}/resend` : `/admin/affiliates/${id}/invite`
    )
  }, [invitationKeys.all, affiliateKeys.detail(id)])
}

const post = (route: string) =>
  sdk.client.fetch<NewInvitationResponse>(route, { method: "POST", body: {} })
