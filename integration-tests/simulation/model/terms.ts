import { Fraction } from "../../support/fraction"
import { Facts, Rate, Rule, valueIn } from "./rules"

export interface Level {
  level: number
  percent: number
  basis: "order" | "commission"
}

export interface Program extends Rate {
  id: string
  name: string
  holdDays: number
  trailingMonths: number | null
  firstTouch: boolean
  selfReferral: "block" | "flag" | "allow"
  newCustomersOnly: boolean
  includeShipping: boolean
  includeTax: boolean
  minimums: Record<string, number>
  levels: Level[]
  /** In force now. */
  rules: Rule[]
  tiers: Tier[]
  agreement: { version: number; mustBeAccepted: boolean } | null
  identityAsked: "never" | "always" | "above_amount"
  /** What may be paid out before somebody is known, by currency; no limit in others. */
  identityAmounts: Record<string, number>
}

export interface Tier {
  id: string
  name: string
  value: number | null
  minimums: Record<string, number>
}

/** A percentage agreed on with one affiliate, for orders from one turn on and before another. */
export interface Contract {
  id: string
  percent: number
  from: number
  until: number
}

/**
 * Where somebody's money goes: to a bank, by the merchant's hand, or to an account at a service, where it arrives (`good`),
 * takes its time (`slow`), is refused (`closed`), arrives without a word (`answer_lost`) or has to be sent again
 * (`request_lost`).
 */
export type PayoutAccount =
  "bank" | "good" | "slow" | "closed" | "answer_lost" | "request_lost"

export interface Affiliate {
  id: string
  name: string
  email: string
  customerId: string | null
  program: Program
  tier: Tier | null
  parent: Affiliate | null
  percent: number | null
  contracts: Contract[]
  status: "approved" | "suspended"
  account: PayoutAccount | null
  /** Days that payouts still wait, because the account took another one's place. */
  coolOffDays: number
  /** The version of the agreement that they accepted last; 0 = none. */
  accepted: number
  identity: "not_required" | "pending" | "verified" | "rejected"
}

/** What an order is priced with for ever. */
export interface Terms {
  type: Rate["type"]
  value: Fraction
  /** No rule pays instead. */
  byContract: boolean
  holdDays: number
  trailingMonths: number | null
  includeShipping: boolean
  includeTax: boolean
  upper: {
    level: number
    affiliate: Affiliate
    percent: number
    basis: Level["basis"]
  }[]
  rules: Rule[]
  /** What the order is to rules; its lines add what they are. */
  facts: Facts
}

/** An order that terms are asked for. */
export interface Sale {
  currency: string
  /** How many orders had been placed before. */
  turn: number
  /** Whether the buyer had bought before. */
  isReturning: boolean
}

/** The contract that an order of some turn falls under, as contracts read now. */
const contractFor = (
  { contracts }: Affiliate,
  turn: number
): Contract | undefined =>
  contracts.find(({ from, until }) => from <= turn && turn < until)

/** A contract's percentage, else the affiliate's own, else the tier's value, else the program's; as all of them are now. */
export function termsOf(
  affiliate: Affiliate,
  sale: Sale,
  upper: Terms["upper"]
): Terms {
  const { program, tier } = affiliate
  const { currency, turn, isReturning } = sale
  const contract = contractFor(affiliate, turn)
  const percent = contract?.percent ?? affiliate.percent
  return {
    type: percent === null ? program.type : "percentage",
    value: Fraction.of(percent ?? tier?.value ?? valueIn(program, currency)),
    byContract: contract !== undefined,
    holdDays: program.holdDays,
    trailingMonths: program.trailingMonths,
    includeShipping: program.includeShipping,
    includeTax: program.includeTax,
    upper,
    rules: [...program.rules],
    facts: {
      variant: null,
      product: null,
      affiliate: affiliate.id,
      customer_kind: isReturning ? "returning" : "new",
      tier: tier?.id ?? null,
      region: currency,
    },
  }
}
