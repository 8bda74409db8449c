import { ok, type Api, type Shop } from "../../integration-tests/harness/shop"

/** Opens every login the demo makes, the merchant's included. */
export const PASSWORD = "supersecret"

/** An affiliate with a login. */
export type Affiliate = {
  id: string
  name: string
  email: string
  /** A client with the affiliate's own token. */
  api: Api
}

/** What somebody who applies says of themselves. */
export type Application = {
  name: string
  email: string
  code?: string
  website?: string
  country_code?: string
  referral_code?: string
  answers?: Record<string, string>
}

/** What the merchant decides about somebody. */
export type Decision = {
  program_id?: string
  tier_id?: string
  parent_id?: string
  commission_percent?: number
}

/** Applies as the affiliate's own sign-up page does, and logs in. The application waits for the merchant. */
export async function apply(
  { storefront }: Pick<Shop, "storefront">,
  application: Application
): Promise<Affiliate> {
  const { name, email } = application
  const credentials = { email, password: PASSWORD }
  const { token } = ok(
    await storefront.post("/auth/affiliate/emailpass/register", credentials)
  )
  const { affiliate } = ok(
    await storefront
      .as(token)
      .post("/affiliate/register", { ...application, agreement_version: "1" })
  )
  const login = ok(
    await storefront.post("/auth/affiliate/emailpass", credentials)
  )
  return { id: affiliate.id, name, email, api: storefront.as(login.token) }
}

/** Applies, and is approved by the merchant, who may say in which program and below whom. */
export async function join(
  shop: Pick<Shop, "admin" | "storefront">,
  application: Application,
  decision: Decision = {}
): Promise<Affiliate> {
  const affiliate = await apply(shop, application)
  const path = `/admin/affiliates/${affiliate.id}`
  ok(await shop.admin.post(`${path}/approve`))
  if (Object.keys(decision).length > 0)
    ok(await shop.admin.post(path, decision))
  return affiliate
}

/** Gives an affiliate one more code, with a discount for whoever uses it unless none is named. */
export async function addCode(
  { admin }: Pick<Shop, "admin">,
  { id }: Pick<Affiliate, "id">,
  code: string,
  discount_percent?: number
): Promise<string> {
  ok(
    await admin.post(`/admin/affiliates/${id}/codes`, {
      code,
      discount_percent,
    })
  )
  return code
}

/** Terms as `POST /admin/affiliate-programs` takes them. */
export type Terms = {
  name: string
  commission_type?: "percentage" | "fixed_per_item" | "fixed_per_order"
  commission_value?: number
  fixed_values?: { currency_code: string; amount: number }[]
  hold_days?: number
  trailing_months?: number | null
  minimum_payouts?: { currency_code: string; amount: number }[]
  levels?: { level: number; percent: number; basis: "order" | "commission" }[]
  self_referral?: "block" | "flag" | "allow"
}

/** Makes a program; answers its id. */
export async function addProgram(
  { admin }: Pick<Shop, "admin">,
  terms: Terms
): Promise<string> {
  const { affiliate_program } = ok(
    await admin.post("/admin/affiliate-programs", terms)
  )
  return affiliate_program.id
}

export type Balance = {
  currency_code: string
  pending: number
  available: number
  requested: number
  paid: number
}

/** Where an affiliate's money stands in a currency. */
export async function balanceOf(
  { admin }: Pick<Shop, "admin">,
  { id }: Pick<Affiliate, "id">,
  currency_code = "usd"
): Promise<Omit<Balance, "currency_code">> {
  const { affiliate } = ok(await admin.get(`/admin/affiliates/${id}`))
  const found = affiliate.balances.find(
    (balance: Balance) => balance.currency_code === currency_code
  )
  const { pending = 0, available = 0, requested = 0, paid = 0 } = found ?? {}
  return { pending, available, requested, paid }
}

/** A bank account for the payout method, by country; the numbers are made up and their check digits right. */
export const BANK_ACCOUNTS = {
  de: { iban: "DE89370400440532013000", bic: "COBADEFFXXX" },
  pt: { iban: "PT50000201231234567890154", bic: "BCOMPTPL" },
  jp: { account_number: "1234567", routing_number: "0005-001" },
  us: { account_number: "000123456789", routing_number: "110000000" },
}

/** An affiliate says where its money is to go. */
export async function saveBankAccount(
  { api, name }: Affiliate,
  country: keyof typeof BANK_ACCOUNTS
): Promise<void> {
  const details = { account_holder: name, ...BANK_ACCOUNTS[country] }
  ok(
    await api.post("/affiliate/payout-method", { provider: "manual", details })
  )
}

/** Releases what is due now, as the job does every minute; answers how many commissions. */
export async function release({ admin }: Pick<Shop, "admin">): Promise<number> {
  return ok(await admin.post("/admin/affiliate-commissions/release")).released
}
