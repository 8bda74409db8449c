import { ok } from "../shop"
import type { Merchant } from "./merchant"

/** A contract with one affiliate as the merchant sees it. */
export type ContractAnswer = {
  id: string
  affiliate_id: string
  title: string
  terms: string | null
  /** Percent of the base. */
  revenue_split: number
  starts_at: string
  ends_at: string | null
}

export type ContractFields = Partial<
  Omit<ContractAnswer, "id" | "affiliate_id" | "starts_at" | "ends_at">
> & { starts_at?: string | Date; ends_at?: string | Date | null }

/** A contract for 40 % that began a day ago and does not end, unless said otherwise. */
export async function addContract(
  { admin }: Merchant,
  affiliateId: string,
  fields: ContractFields = {}
): Promise<ContractAnswer> {
  const { contract } = ok(
    await admin.post(`/admin/affiliates/${affiliateId}/contracts`, {
      title: "Launch",
      revenue_split: 40,
      starts_at: new Date(Date.now() - 24 * 60 * 60 * 1000),
      ...fields,
    })
  )
  return contract
}
