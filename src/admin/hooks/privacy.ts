import { allKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import { useChange } from "./client"

const ROUTE = "/admin/affiliates"

export type EraseAffiliate = {
  /** Kept with the pseudonym. */
  reason: string
  /** Money that was not paid out may stay in the books, where nobody can ask for it. */
  confirm_balance: boolean
}

/** Everything stored on an affiliate, as a file to hand over. */
export async function fetchPersonalData(id: string): Promise<Blob> {
  const answer = await sdk.client.fetch<Response>(
    `${ROUTE}/${id}/personal-data`,
    // Not parsed: it is handed on as it is.
    { headers: { accept: "application/octet-stream" } }
  )
  return answer.blob()
}

/** Puts a pseudonym in an affiliate's place; the books stay as they are. */
export function useEraseAffiliate(id: string) {
  return useChange(
    (body: EraseAffiliate) =>
      sdk.client.fetch(`${ROUTE}/${id}/erase`, { method: "POST", body }),
    // The name is everywhere.
    [allKeys]
  )
}
