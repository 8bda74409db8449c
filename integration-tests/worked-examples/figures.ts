import {
  balanceOf,
  linesOf,
  readVerdict,
  type Balance,
  type CommissionAnswer,
  type Merchant,
} from "../harness/affiliates"
import type { Figures } from "./example"

/**
 * All there is to read of an order and of those who earn with it: the credited affiliate, and with an `upper` before
 * the name the one above. `lines` are the commission's parts by title, `entries` what was booked for it, oldest first.
 */
export async function readFigures(
  merchant: Merchant,
  orderId: string
): Promise<Figures> {
  const verdict = await readVerdict(merchant, orderId)
  const [own, upper] = verdict.commissions
  const balance = ({ affiliate_id, currency_code }: CommissionAnswer) =>
    readBalance(merchant, affiliate_id, currency_code)
  return {
    order: verdict.canceled ? "cancelled" : verdict.paid ? "paid" : "unpaid",
    currency: verdict.currency_code,
    credited: verdict.affiliate?.name ?? "nobody",
    base: verdict.base_total,
    commissions: `${verdict.commissions.length}`,
    ...(own && {
      commission: own.amount,
      status: own.status,
      lines: namedInWords(linesOf(own)),
      entries: entriesInWords(own),
      balance: await balance(own),
    }),
    ...(upper && {
      "upper level": upper.amount,
      "upper lines": namedInWords(linesOf(upper)),
      "upper entries": entriesInWords(upper),
      "upper balance": await balance(upper),
    }),
  }
}

/** Where all of an affiliate's money in a currency stands, in words: `available 10, requested 40`. */
export async function readBalance(
  merchant: Merchant,
  affiliateId: string,
  currency = "usd"
): Promise<string> {
  const balance = await balanceOf(merchant, affiliateId, currency)
  const accounts = Object.keys(balance) as (keyof Balance)[]
  const filled = accounts.filter((account) => balance[account] !== 0)
  return (
    filled.map((account) => `${account} ${balance[account]}`).join(", ") ||
    "nothing"
  )
}

/** Not rounded, so that an amount that is only nearly right reads differently. */
const namedInWords = (amounts: Record<string, number>): string =>
  Object.entries(amounts)
    .map(([title, amount]) => `${title} ${amount}`)
    .sort()
    .join(", ")

const entriesInWords = ({ entries }: CommissionAnswer): string =>
  entries.map(({ amount }) => amount).join(", ")
