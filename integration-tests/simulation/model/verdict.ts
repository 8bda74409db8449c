import { Fraction } from "../../support/fraction"
import { Order } from "./order"
import { Affiliate, Sale, Terms, termsOf } from "./terms"

export interface Buyer {
  name: string
  /** In small letters. */
  email: string
  customerId: string | null
}

/** A code that a shopper used, and what it took off the order. */
export interface UsedCode {
  affiliate: Affiliate
  discount: Fraction
  madeInTurn: number
}

export interface Placement {
  buyer: Buyer
  codes: UsedCode[]
  /** The affiliates whose links the shopper followed, the latest last. */
  clicks: Affiliate[]
}

export interface Verdict {
  affiliate: Affiliate | null
  source: "manual" | "code" | "click" | "attribution" | null
  reason: string
  flagged: boolean
  terms: Terms | null
}

/** An order with who is credited for it. */
export interface Judged {
  order: Order
  placement: Placement
  sale: Sale
  verdict: Verdict
}

const withoutTag = (email: string): string => email.replace(/\+[^@]*(?=@)/, "")

const isSelf = (buyer: Buyer, { email, customerId }: Affiliate): boolean =>
  withoutTag(buyer.email) === withoutTag(email.toLowerCase()) ||
  (customerId !== null && customerId === buyer.customerId)

const ofSameBuyer = (a: Buyer, b: Buyer): boolean =>
  a.email === b.email ||
  (a.customerId !== null && a.customerId === b.customerId)

/** The bond that the buyer's earlier orders make, as they stand: the first one holds while it lasts. */
function bondOf(buyer: Buyer, earlier: Judged[]): Affiliate | null {
  let holder: Affiliate | null = null
  let lasts = false
  for (const { order, placement, verdict } of earlier) {
    if (
      order.canceled ||
      !verdict.affiliate ||
      !ofSameBuyer(buyer, placement.buyer)
    )
      continue
    if (lasts) continue
    holder = verdict.affiliate
    // No months pass in a simulation: only a bond for the first order alone has ended by the next.
    lasts = verdict.terms!.trailingMonths !== 0
  }
  return lasts ? holder : null
}

/** Who would get it, strongest first. */
function inTurn({ codes, clicks }: Placement, bond: Affiliate | null) {
  const byDiscount = [...codes].sort(
    (a, b) => b.discount.compare(a.discount) || a.madeInTurn - b.madeInTurn
  )
  const latestFirst = [...clicks].reverse()
  const byTouch = latestFirst[0]?.program.firstTouch ? clicks : latestFirst
  return [
    ...byDiscount.map(({ affiliate }) => ({
      source: "code" as const,
      affiliate,
    })),
    ...byTouch.map((affiliate) => ({ source: "click" as const, affiliate })),
    ...(bond ? [{ source: "attribution" as const, affiliate: bond }] : []),
  ]
}

/** Why somebody who touched the order gets nothing for it. */
function refusal(
  { program, status, ...who }: Affiliate,
  buyer: Buyer,
  isReturning: boolean,
  isBound: boolean
): string | null {
  if (status !== "approved") return `affiliate_${status}`
  const own = isSelf(buyer, { program, status, ...who })
  if (own && program.selfReferral === "block") return "self_referral"
  if (program.newCustomersOnly && isReturning && !isBound)
    return "returning_customer"
  return null
}

/** The levels above that may earn, as they stand now. Whoever may not leaves their level empty. */
function above(affiliate: Affiliate, buyer: Buyer): Terms["upper"] {
  const line: Affiliate[] = []
  for (let next = affiliate.parent; next; next = next.parent) line.push(next)
  return affiliate.program.levels.flatMap(({ level, percent, basis }) => {
    const parent = line[level - 2]
    if (!parent || parent.status !== "approved") return []
    const blocked =
      isSelf(buyer, parent) && parent.program.selfReferral === "block"
    return blocked ? [] : [{ level, affiliate: parent, percent, basis }]
  })
}

const nobody = (reason: string): Verdict => ({
  affiliate: null,
  source: null,
  reason,
  flagged: false,
  terms: null,
})

function credit(
  affiliate: Affiliate,
  source: NonNullable<Verdict["source"]>,
  buyer: Buyer,
  sale: Sale
): Verdict {
  return {
    affiliate,
    source,
    reason: source,
    flagged:
      affiliate.program.selfReferral === "flag" && isSelf(buyer, affiliate),
    terms: termsOf(affiliate, sale, above(affiliate, buyer)),
  }
}

/** What an order is that is placed now. */
export const saleOf = (
  { buyer }: Placement,
  currency: string,
  earlier: Judged[]
): Sale => ({
  currency,
  turn: earlier.length,
  isReturning: earlier.some(
    (one) => !one.order.canceled && ofSameBuyer(buyer, one.placement.buyer)
  ),
})

/** Who is credited for an order that is placed now. */
export function verdictOn(
  placement: Placement,
  sale: Sale,
  earlier: Judged[]
): Verdict {
  const { buyer } = placement
  const bond = bondOf(buyer, earlier)
  let first: string | null = null
  for (const { source, affiliate } of inTurn(placement, bond)) {
    const isBound = affiliate === bond
    const reason = refusal(affiliate, buyer, sale.isReturning, isBound)
    if (reason === null) return credit(affiliate, source, buyer, sale)
    first ??= reason
  }
  return nobody(first ?? "no_touch")
}

/** An admin says who is credited, on the terms of today; `null` = nobody. */
export function wordOn(
  affiliate: Affiliate | null,
  { placement, sale }: Pick<Judged, "placement" | "sale">
): Verdict {
  return affiliate
    ? credit(affiliate, "manual", placement.buyer, sale)
    : nobody("manual_none")
}
