import { ok } from "../shop"
import type { Merchant } from "./merchant"
import { unique, uniqueEmail } from "./unique"

/** What `POST /admin/affiliates` takes, as far as anybody here sets it. */
export type AffiliateFields = {
  name?: string
  email?: string
  code?: string
  discount_percent?: number
  program_id?: string
  tier_id?: string
  parent_id?: string
  customer_id?: string
  commission_percent?: number
}

/** An affiliate as the routes answer it, as far as it is read here. */
export type Answered = {
  id: string
  name: string
  email: string
  status: string
  codes: {
    id: string
    code: string
    discount_percent: number | null
    promotion_id: string | null
    retired_at: string | null
  }[]
}

export type AddedAffiliate = {
  id: string
  name: string
  email: string
  /** The code it was made with. */
  code: string
}

/** An affiliate that the merchant makes, approved at once. */
export async function createAffiliate(
  { admin }: Merchant,
  fields: Record<string, unknown> = {}
): Promise<Answered> {
  const body = { name: "Ada Lovelace", email: uniqueEmail(), ...fields }
  return ok(await admin.post("/admin/affiliates", body)).affiliate
}

/** An approved affiliate with a code of its own, which gives no discount unless one is named. */
export async function addAffiliate(
  merchant: Merchant,
  { name = "Ada", ...fields }: AffiliateFields = {}
): Promise<AddedAffiliate> {
  const code = unique(name.toUpperCase().replace(/[^A-Z]/g, ""))
  const { id, email, codes } = await createAffiliate(merchant, {
    name,
    code,
    ...fields,
  })
  return { id, name, email, code: codes[0].code }
}
