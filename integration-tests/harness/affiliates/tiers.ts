import { ok } from "../shop"
import type { Merchant } from "./merchant"

/** What `POST /admin/affiliate-tiers` takes, as far as anybody here sets it. Amounts in major units. */
export type TierFields = {
  program_id: string
  name: string
  rank?: number
  commission_value?: number
  auto?: boolean
  requirements?: {
    metric: "revenue" | "orders" | "commission"
    window_days: number | null
    currency_code?: string
    threshold: number
  }[]
  features?: string[]
}

/** A tier of a program; answers its id. */
export async function addTier(
  { admin }: Merchant,
  fields: TierFields
): Promise<string> {
  const { affiliate_tier } = ok(
    await admin.post("/admin/affiliate-tiers", fields)
  )
  return affiliate_tier.id
}
