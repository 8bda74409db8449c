import { keepPreviousData, useQuery } from "@tanstack/react-query"

import {
  changeKeys,
  documentKeys,
  payoutKeys,
  taxKeys,
} from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  SetTaxThreshold,
  TaxDocument,
  TaxesResponse,
  TaxNumbers,
  TaxReport,
} from "../types"
import { FRESH, useChange } from "./client"

const REPORT = "/admin/affiliate-tax-report"

/** An affiliate's tax forms, and who looked at their numbers. */
export function useTaxes(affiliateId: string) {
  const { data, ...rest } = useQuery({
    queryKey: taxKeys.detail(affiliateId),
    queryFn: () =>
      sdk.client.fetch<TaxesResponse>(
        `/admin/affiliates/${affiliateId}/tax-form`
      ),
    ...FRESH,
  })
  return { taxes: data, ...rest }
}

/** Numbers in clear are kept nowhere: they are in nothing that is cached. */
export function useRevealTaxNumbers(affiliateId: string) {
  return useChange(
    (reason: string) =>
      sdk.client.fetch<{ tax_numbers: TaxNumbers }>(
        `/admin/affiliates/${affiliateId}/tax-form/reveal`,
        { method: "POST", body: { reason } }
      ),
    [taxKeys.detail(affiliateId)]
  )
}

export function useSetBackupWithholding(affiliateId: string) {
  return useChange(
    (body: { backup_withholding: boolean; reason: string }) =>
      sdk.client.fetch(`/admin/affiliates/${affiliateId}/backup-withholding`, {
        method: "POST",
        body,
      }),
    [taxKeys.all, payoutKeys.details(), changeKeys.all]
  )
}

/** One page of what was paid in a year. */
export function useTaxReport(query: {
  year: number
  limit: number
  offset: number
}) {
  const { data, ...rest } = useQuery({
    queryKey: taxKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<{ tax_report: TaxReport }>(REPORT, { query }),
    placeholderData: keepPreviousData,
    ...FRESH,
  })
  return { report: data?.tax_report, ...rest }
}

export async function fetchTaxReportCsv(year: number): Promise<Blob> {
  const answer = await sdk.client.fetch<Response>(REPORT, {
    query: { year, format: "csv" },
    headers: { accept: "text/csv" },
  })
  return answer.blob()
}

export function useSetTaxThreshold() {
  return useChange(
    (body: SetTaxThreshold) =>
      sdk.client.fetch("/admin/affiliate-tax-thresholds", {
        method: "POST",
        body,
      }),
    [taxKeys.all]
  )
}

/** Payments come back in a few parts at most. */
const DOCUMENTS_MAX = 50

/** The papers of a payout that were issued. */
export function usePayoutDocuments(payoutId: string) {
  const query = { payout_id: payoutId, order: "number", limit: DOCUMENTS_MAX }
  const { data, ...rest } = useQuery({
    queryKey: documentKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<{ tax_documents: TaxDocument[] }>(
        "/admin/affiliate-tax-documents",
        { query }
      ),
    ...FRESH,
  })
  return { documents: data?.tax_documents ?? [], ...rest }
}

/** A paper of a payout; that of its last payment where none is named. */
export async function fetchPayoutDocument({
  payoutId,
  documentId,
}: {
  payoutId: string
  documentId?: string
}): Promise<Blob> {
  const answer = await sdk.client.fetch<Response>(
    `/admin/affiliate-payouts/${payoutId}/document`,
    {
      query: documentId ? { document_id: documentId } : {},
      headers: { accept: "application/pdf" },
    }
  )
  return answer.blob()
}
