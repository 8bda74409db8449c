import {
  keepPreviousData,
  useQuery,
  type UseQueryResult,
} from "@tanstack/react-query"
import { api, publicFact } from "../lib/api"
import type { TaxDocument, TaxProfile } from "../lib/tax-types"
import type {
  Agreement,
  Commission,
  Creative,
  Dashboard,
  Link,
  List,
  Payout,
  PayoutMethod,
  PayoutSummary,
  Profile,
  PublicInvitation,
  PublicProgram,
  Referral,
  Statement,
} from "../lib/types"

/** What the store answers to the portal's questions, kept by address and parameters. */

export const PAGE_ROWS = 20

type Query = Record<string, string | number | undefined>

function useAnswer<Answer>(
  path: string,
  query: Query = {}
): UseQueryResult<Answer> {
  return useQuery({
    queryKey: [path, query],
    queryFn: () => api<Answer>(path, { query }),
    // The page before stays until the next is there.
    placeholderData: keepPreviousData,
  })
}

/** One thing: never shown in place of another while that is on its way. */
function useOne<Answer>(path: string, enabled = true): UseQueryResult<Answer> {
  return useQuery({
    queryKey: [path],
    queryFn: () => api<Answer>(path),
    enabled,
  })
}

export const useProfile = (enabled = true) =>
  useOne<{ affiliate: Profile }>("affiliate/profile", enabled)

export const useDashboard = (query: {
  from?: string
  to?: string
  currency_code?: string
}) => useAnswer<{ dashboard: Dashboard }>("affiliate/dashboard", query)

export const useLinks = (query: Query) =>
  useAnswer<List<"links", Link>>("affiliate/links", {
    limit: PAGE_ROWS,
    ...query,
  })

export const useCommissions = (query: Query) =>
  useAnswer<List<"commissions", Commission>>("affiliate/commissions", {
    limit: PAGE_ROWS,
    ...query,
  })

export const useCommission = (id: string) =>
  useOne<{ commission: Commission }>(`affiliate/commissions/${id}`)

export const usePayouts = (query: Query) =>
  useAnswer<List<"payouts", Payout>>("affiliate/payouts", {
    limit: PAGE_ROWS,
    ...query,
  })

export const usePayout = (id: string) =>
  useOne<{ payout: Payout }>(`affiliate/payouts/${id}`)

/** Where the papers of payouts are listed. */
export const PAPERS = "affiliate/tax-documents"
/** Payments come back in a few parts at most. */
const PAPERS_MAX = 50

export const usePapers = (payout_id: string) =>
  useAnswer<List<"tax_documents", TaxDocument>>(PAPERS, {
    payout_id,
    order: "number",
    limit: PAPERS_MAX,
  })

export const usePayoutSummary = () =>
  useOne<{ summary: PayoutSummary[] }>("affiliate/payouts/summary")

export const usePayoutMethod = () =>
  useOne<PayoutMethod>("affiliate/payout-method")

export const useTaxProfile = () =>
  useOne<{ tax_profile: TaxProfile }>("affiliate/tax-form")

export const useAgreements = () =>
  useAnswer<List<"agreements", Agreement>>("affiliate/agreements")

export const useReferrals = (query: Query) =>
  useAnswer<List<"affiliates", Referral>>("affiliate/referrals", {
    limit: PAGE_ROWS,
    ...query,
  })

export const useCreatives = (query: Query) =>
  useAnswer<List<"creatives", Creative>>("affiliate/creatives", {
    limit: PAGE_ROWS,
    ...query,
  })

/** As many rows as the store answers at once. */
const STATEMENT_ROWS_MAX = 1000

export const useStatement = (query: {
  from: string
  to: string
  currency_code?: string
}) =>
  useAnswer<{ statement: Statement }>("affiliate/statement", {
    ...query,
    format: "json",
    limit: STATEMENT_ROWS_MAX,
  })

/** What the keys of facts begin with that are shown without a login. */
export const PUBLIC_FACTS = new Set<unknown>(["program", "invitation"])

export const usePublicProgram = (handle: string | null) =>
  useQuery({
    queryKey: ["program", handle],
    queryFn: () =>
      publicFact<{ affiliate_program: PublicProgram }>("program.json", {
        handle,
      }),
  })

export const usePublicInvitation = (token: string) =>
  useQuery({
    queryKey: ["invitation", token],
    queryFn: () =>
      publicFact<{ affiliate_invitation: PublicInvitation }>(
        "invitation.json",
        { token }
      ),
  })
