import { ok } from "../shop"
import type { Merchant } from "./merchant"

/** Where an affiliate's money stands in a currency, in major units. */
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
