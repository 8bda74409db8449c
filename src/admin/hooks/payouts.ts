import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { payoutKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  CreatePayout,
  ListQuery,
  Payout,
  PayoutListResponse,
  PayoutResponse,
} from "../types"
import { moneyKeys } from "./affiliates"
import type { ReadOptions } from "./client"
import { FRESH, useChange } from "./client"

const ROUTE = "/admin/affiliate-payouts"

export type PayoutAction =
  "process" | "look-up" | "mark-paid" | "cancel" | "retry"

/** Payouts by affiliate, status, currency, provider, time, or words. */
export function usePayouts(query: ListQuery = {}, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: payoutKeys.list(query),
    queryFn: () => sdk.client.fetch<PayoutListResponse>(ROUTE, { query }),
    placeholderData: keepPreviousData,
    ...FRESH,
    ...options,
  })
  return { payouts: data?.payouts, count: data?.count ?? 0, ...rest }
}

/** One payout with its items and ledger entries. */
export function usePayout(id: string, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: payoutKeys.detail(id),
    queryFn: () => sdk.client.fetch<PayoutResponse>(`${ROUTE}/${id}`),
    ...FRESH,
    ...options,
  })
  return { payout: data?.payout, ...rest }
}

/** Makes a payout for an affiliate who has not requested one. */
export function useCreatePayout() {
  return useChange(
    (body: CreatePayout) =>
      sdk.client.fetch<PayoutResponse>(ROUTE, { method: "POST", body }),
    moneyKeys
  )
}

/** What became of one payout of several. */
export type PayoutOutcome = { id: string; error: string | null }

/**
 * Does the same to several payouts, one after the other, so that one refusal
 * does not stop the rest. Never throws; every outcome says what happened.
 */
export function useActOnPayouts() {
  return useChange(
    async ({
      payouts,
      action,
      reference,
    }: {
      /** As they were shown when it was decided. */
      payouts: Pick<Payout, "id" | "amount">[]
      action: PayoutAction
      /** The merchant's own word for the transfer; `mark-paid` only. */
      reference?: string
    }) => {
      const outcomes: PayoutOutcome[] = []
      for (const payout of payouts) {
        outcomes.push(await act(payout, action, reference))
      }
      return outcomes
    },
    moneyKeys
  )
}

async function act(
  { id, amount }: Pick<Payout, "id" | "amount">,
  action: PayoutAction,
  reference?: string
): Promise<PayoutOutcome> {
  try {
    await sdk.client.fetch<PayoutResponse>(`${ROUTE}/${id}/${action}`, {
      method: "POST",
      // What was sent: a payout that was lowered meanwhile is not marked.
      body:
        action === "mark-paid"
          ? { amount, ...(reference ? { reference } : {}) }
          : {},
    })
    return { id, error: null }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}

/** Has the provider take back a payment that was made. */
export function useReversePayout(id: string) {
  return useChange(
    (reason: string) =>
      sdk.client.fetch<PayoutResponse>(`${ROUTE}/${id}/reverse`, {
        method: "POST",
        body: { reason },
      }),
    moneyKeys
  )
}

/** Files for the bank, and how their names end. */
export const BANK_FILES = {
  generic: "csv",
  sepa: "csv",
  "pain.001": "xml",
} as const
export type BankFile = keyof typeof BANK_FILES

/** The payouts that match, with account details in full, as a file for the bank. */
export async function fetchBankFile(
  query: ListQuery,
  format: BankFile
): Promise<Blob> {
  const response = await sdk.client.fetch<Response>(`${ROUTE}/export`, {
    query: { ...query, format },
    headers: {
      accept: BANK_FILES[format] === "xml" ? "application/xml" : "text/csv",
    },
  })
  return response.blob()
}
