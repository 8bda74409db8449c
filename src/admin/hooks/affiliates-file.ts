import { postCsv } from "../lib/post-csv"
import { affiliateKeys, programKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type { ListQuery } from "../types"
import { useChange } from "./client"

const ROUTE = "/admin/affiliates"

/** All affiliates of the file, or none. Fails with `CsvRefused`. */
export function useImportAffiliates() {
  return useChange(
    (csv: string) => postCsv<{ imported: number }>(`${ROUTE}/import`, csv),
    [affiliateKeys.all, programKeys.details()]
  )
}

/** The affiliates that match, as a file that an import takes. */
export async function fetchAffiliatesCsv(query: ListQuery): Promise<Blob> {
  const answer = await sdk.client.fetch<Response>(`${ROUTE}/export`, {
    query,
    headers: { accept: "text/csv" },
  })
  return answer.blob()
}
