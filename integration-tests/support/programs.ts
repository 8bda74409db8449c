import { ok, type Api } from "../harness"
import { createAffiliate, unique } from "./people"

/** Whoever has an administrator's client: a store of this process or another. */
export type Merchant = { admin: Api }

/** What `POST /admin/affiliate-programs` takes, as far as tests set it. */
export type ProgramFields = {
  name?: string
  commission_type?: "percentage" | "fixed_per_item" | "fixed_per_order"
  commission_value?: number
  fixed_values?: { currency_code: string; amount: number }[]
  hold_days?: number
  attribution_window_days?: number
  attribution_model?: "last_touch" | "first_touch"
  trailing_months?: number | null
  minimum_payouts?: { currency_code: string; amount: number }[]
  levels?: { level: number; percent: number; basis: "order" | "commission" }[]
  milestones?: { currency_code: string; amount: number }[]
  self_referral?: "block" | "flag" | "allow"
  include_shipping?: boolean
  include_tax?: boolean
  new_customers_only?: boolean
}

/** What `POST /admin/affiliates` takes, as far as tests set it. */
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

export type AddedAffiliate = {
  id: string
  name: string
  email: string
  /** The code it was made with. */
  code: string
}

/**
 * A program of a test's own: 20 %, held for 30 days, without minimum payouts
 * and milestones, unless said otherwise.
 *
 * @returns its id
 */
export async function addProgram(
  { admin }: Merchant,
  fields: ProgramFields = {}
): Promise<string> {
  const { affiliate_program } = ok(
    await admin.post("/admin/affiliate-programs", {
      name: unique("Program "),
      ...(fields.fixed_values ? {} : { commission_value: 20 }),
      ...fields,
    })
  )
  return affiliate_program.id
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

export type Balance = {
  pending: number
  available: number
  requested: number
  paid: number
}

const EMPTY: Balance = { pending: 0, available: 0, requested: 0, paid: 0 }

/** Where an affiliate's money stands in each currency it ever had money in. */
export async function balancesOf(
  { admin }: Merchant,
  affiliateId: string
): Promise<Record<string, Balance>> {
  const { affiliate } = ok(await admin.get(`/admin/affiliates/${affiliateId}`))
  const balances: (Balance & { currency_code: string })[] = affiliate.balances
  return Object.fromEntries(
    balances.map(({ currency_code, pending, available, requested, paid }) => [
      currency_code,
      { pending, available, requested, paid },
    ])
  )
}

export async function balanceOf(
  merchant: Merchant,
  affiliateId: string,
  currency = "usd"
): Promise<Balance> {
  return (await balancesOf(merchant, affiliateId))[currency] ?? EMPTY
}
