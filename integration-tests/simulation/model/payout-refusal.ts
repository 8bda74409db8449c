import { Fraction, NONE } from "../../support/fraction"
import { Ledger } from "./ledger"
import { Payout, worthOf } from "./payout"
import { Affiliate } from "./terms"

export interface PayoutWish {
  affiliate: Affiliate
  currency: string
  /** `null` = all there is. */
  amount: Fraction | null
}

/** Nobody files a tax form here: from this much a year on, payouts in dollars wait for one. */
const USD_WITHOUT_TAX_FORM = 2000

/** What payouts wait for, whoever asks for them; `null` = nothing. Earnings go on meanwhile. */
function waitsFor(
  { program, accepted, identity }: Affiliate,
  currency: string,
  out: Fraction
): string | null {
  const { agreement, identityAsked, identityAmounts } = program
  if (agreement?.mustBeAccepted && accepted !== agreement.version)
    return `version ${agreement.version} of the agreement is not accepted`
  if (identity === "verified" || identityAsked === "never") return null
  if (identityAsked === "always") return `the identity is ${identity}`
  const limit = identityAmounts[currency]
  return limit !== undefined && out.compare(Fraction.of(limit)) > 0
    ? `the identity is ${identity}, and that would be more than ${limit} in all`
    : null
}

/** What is wrong with where the money would go. */
const nowhereToGo = ({ account, coolOffDays }: Affiliate): string | null => {
  if (!account) return "no payout method"
  return coolOffDays > 0 ? "another account was put on file" : null
}

/** What keeps so much from being sent to somebody, whoever asks. */
function heldBack(
  ledger: Ledger,
  { affiliate, currency }: PayoutWish,
  wanted: Fraction
): string | null {
  const out = Fraction.sum([
    wanted.max(NONE),
    ledger.balance(affiliate, currency, "requested"),
    ledger.balance(affiliate, currency, "paid"),
  ])
  return (
    waitsFor(affiliate, currency, out) ??
    (currency === "usd" && out.compare(Fraction.of(USD_WITHOUT_TAX_FORM)) >= 0
      ? "no tax form is on file"
      : null)
  )
}

/** Why a payout cannot be made, or `null`. */
export function refusalOf(
  ledger: Ledger,
  wish: PayoutWish,
  byAffiliate: boolean
): string | null {
  const { affiliate, currency, amount } = wish
  const available = ledger.balance(affiliate, currency, "available")
  const minimum =
    affiliate.tier?.minimums[currency] ??
    affiliate.program.minimums[currency] ??
    0
  const wanted = amount ?? available
  if (byAffiliate && affiliate.status !== "approved")
    return "affiliate is suspended"
  const block = heldBack(ledger, wish, wanted) ?? nowhereToGo(affiliate)
  if (block) return block
  if (available.compare(NONE) <= 0) return "nothing available"
  if (wanted.compare(available) > 0) return "over the balance"
  return wanted.compare(Fraction.of(minimum)) < 0 ? "below the minimum" : null
}

/** Why a payout that failed cannot be tried anew, or `null`. It met the minimum when it was asked for. */
export function retryRefusalOf(ledger: Ledger, payout: Payout): string | null {
  const { affiliate, currency } = payout
  const amount = worthOf(payout)
  const available = ledger.balance(affiliate, currency, "available")
  return (
    heldBack(ledger, { affiliate, currency, amount }, amount) ??
    nowhereToGo(affiliate) ??
    (amount.compare(available) > 0 ? "over the balance" : null)
  )
}
