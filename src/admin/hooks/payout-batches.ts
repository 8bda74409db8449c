import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { payoutBatchKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  CreatePayoutBatch,
  ListQuery,
  PayoutBatchItemListResponse,
  PayoutBatchListResponse,
  PayoutBatchPreviewResponse,
  PayoutBatchResponse,
  PayoutBatchStatus,
} from "../types"
import { moneyKeys } from "./affiliates"
import type { ReadOptions } from "./client"
import { FRESH, useChange } from "./client"

const ROUTE = "/admin/affiliate-payout-batches"

/** How often a batch at work is looked at again, in milliseconds. */
const PROGRESS_MS = 2000

export type PayoutBatchAction = "approve" | "cancel" | "resume"

/** Whether a batch moves on by itself. */
export const isAtWork = (status: PayoutBatchStatus | undefined): boolean =>
  status === "draft" || status === "approved" || status === "running"

export function usePayoutBatches(query: ListQuery = {}) {
  const { data, ...rest } = useQuery({
    queryKey: payoutBatchKeys.list(query),
    queryFn: () => sdk.client.fetch<PayoutBatchListResponse>(ROUTE, { query }),
    placeholderData: keepPreviousData,
    ...FRESH,
  })
  return { batches: data?.payout_batches, count: data?.count ?? 0, ...rest }
}

/** One batch with its totals and how far it is; while it is at work, it is watched. */
export function usePayoutBatch(id: string, options?: ReadOptions) {
  const { data, ...rest } = useQuery({
    queryKey: payoutBatchKeys.detail(id),
    queryFn: () => sdk.client.fetch<PayoutBatchResponse>(`${ROUTE}/${id}`),
    refetchInterval: ({ state }) =>
      isAtWork(state.data?.payout_batch.status) ? PROGRESS_MS : false,
    ...FRESH,
    ...options,
  })
  return { batch: data?.payout_batch, ...rest }
}

/**
 * Who is in a batch, and what became of each. They are read anew when the batch comes to another status, because its last
 * payouts may have gone out since they were looked at.
 */
export function usePayoutBatchItems(
  { id, status }: { id: string; status: PayoutBatchStatus },
  query: ListQuery
) {
  const { data, ...rest } = useQuery({
    queryKey: [...payoutBatchKeys.detail(id), "items", status, query],
    queryFn: () =>
      sdk.client.fetch<PayoutBatchItemListResponse>(`${ROUTE}/${id}/items`, {
        query,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: isAtWork(status) ? PROGRESS_MS : false,
    ...FRESH,
  })
  return { items: data?.payout_batch_items, count: data?.count ?? 0, ...rest }
}

/** Who would be in a batch made now, and who would not and why. */
export function usePayoutBatchPreview(
  body: CreatePayoutBatch,
  options?: ReadOptions
) {
  const { data, ...rest } = useQuery({
    queryKey: [...payoutBatchKeys.all, "preview", body],
    queryFn: () =>
      sdk.client.fetch<PayoutBatchPreviewResponse>(ROUTE, {
        method: "POST",
        body: { ...body, dry_run: true },
      }),
    ...FRESH,
    ...options,
  })
  return { preview: data?.payout_batch, ...rest }
}

export function useCreatePayoutBatch() {
  return useChange(
    (body: CreatePayoutBatch) =>
      sdk.client.fetch<PayoutBatchResponse>(ROUTE, { method: "POST", body }),
    [payoutBatchKeys.all]
  )
}

export function useActOnPayoutBatch(id: string) {
  return useChange(
    (action: PayoutBatchAction) =>
      sdk.client.fetch<PayoutBatchResponse>(`${ROUTE}/${id}/${action}`, {
        method: "POST",
        body: {},
      }),
    moneyKeys
  )
}

/** What became of everybody in a batch, as a CSV. */
export async function fetchPayoutBatchReport(id: string): Promise<Blob> {
  const response = await sdk.client.fetch<Response>(`${ROUTE}/${id}/report`, {
    headers: { accept: "text/csv" },
  })
  return response.blob()
}
