import { AgreementInForce } from "./agreements"
import { Amount, max, sum, toDecimal, ZERO } from "./money"
import { PayoutRefusal, refusePayout } from "./payout"
import {
  blockInWords,
  blockOfPayout,
  IdentityRule,
  IdentityStatus,
  PayoutBlock,
} from "./payout-block"

/** A payout of `from` or more waits for tax. */
export interface TaxHold {
  from: Amount
  /** What is waited for; affiliate and merchant read it. */
  words: string
}

/** All that decides whether an affiliate may be paid out in one currency. */
export interface Payee {
  affiliate_id: string
  status: string
  identity_status: IdentityStatus
  identity_rule: IdentityRule
  agreement: AgreementInForce | null
  /** The account on file; `null` = none. */
  method: {
    provider: string
    /** Whether the provider can send money to it now. */
    payouts_enabled: boolean
    note: string | null
    /** It took another account's place, and gets no money before; `null` = it waits for nothing. */
    cool_off_until: Date | null
  } | null
  /** `null` = nothing is held back for tax. */
  tax_hold: TaxHold | null
  /** The least a payout may be. */
  minimum: Amount
  available: Amount
  requested: Amount
  paid: Amount
}

/** A payee, and how people call them. */
export interface NamedPayee extends Payee {
  name: string
  email: string
}

/** What is asked for. */
export interface PayoutAsked {
  currency_code: string
  amount: Amount
  /** The merchant may pay out somebody who is not approved any more; nobody else may. */
  approved_only: boolean
  /** The money is to go by this provider; `null` = by the one on file. */
  provider: string | null
}

/** Why a payout cannot be made. */
export type PayeeRefusal =
  | { reason: "not_approved"; status: string }
  | PayoutBlock
  | { reason: "tax"; words: string }
  | { reason: "no_method" }
  | { reason: "other_method"; provider: string }
  | { reason: "account_not_ready"; note: string | null }
  | { reason: "cool_off"; until: Date }
  | PayoutRefusal

/** @returns the agreement or identity that payouts wait for; `null` = nothing */
export const blockOfPayee = (
  payee: Payee,
  { amount, currency_code }: Pick<PayoutAsked, "amount" | "currency_code">
): PayoutBlock | null =>
  blockOfPayout({
    agreement: payee.agreement,
    identity_status: payee.identity_status,
    rule: payee.identity_rule,
    currency_code,
    out: sum([payee.paid, payee.requested, max(amount, ZERO)]),
  })

/** @returns what a payout waits for on account of tax, in words; `null` = nothing */
export const taxHoldOf = (
  { tax_hold }: Payee,
  { amount }: Pick<PayoutAsked, "amount">
): string | null =>
  tax_hold && amount.gte(tax_hold.from) ? tax_hold.words : null

/**
 * The one place that says who may be paid out: requests are refused by it, and
 * batches say by it who is due.
 *
 * @returns the first thing in the way; `null` = nothing
 */
export const refusePayee = (
  payee: Payee,
  asked: PayoutAsked
): PayeeRefusal | null => {
  if (asked.approved_only && payee.status !== "approved") {
    return { reason: "not_approved", status: payee.status }
  }
  const block = blockOfPayee(payee, asked)
  if (block) {
    return block
  }
  const tax = taxHoldOf(payee, asked)
  if (tax !== null) {
    return { reason: "tax", words: tax }
  }
  const { method } = payee
  if (!method) {
    return { reason: "no_method" }
  }
  if (asked.provider !== null && method.provider !== asked.provider) {
    return { reason: "other_method", provider: method.provider }
  }
  if (!method.payouts_enabled) {
    return { reason: "account_not_ready", note: method.note }
  }
  if (method.cool_off_until !== null) {
    return { reason: "cool_off", until: method.cool_off_until }
  }
  return refusePayout(asked.amount, payee.available, payee.minimum)
}

/** A refusal of an amount, in words for the affiliate. */
export const refusalMessage = (
  refusal: PayoutRefusal,
  amount: Amount,
  available: Amount,
  currency_code: string
): string => {
  const currency = currency_code.toUpperCase()
  switch (refusal.reason) {
    case "nothing_available":
      return available.isZero()
        ? `Nothing is available to be paid out in ${currency}`
        : `Nothing is available to be paid out in ${currency}: ${toDecimal(available.negated())} is owed from earlier payouts`
    case "over_balance":
      return `The amount of ${toDecimal(amount)} ${currency} is over the balance: ${toDecimal(available)} ${currency} is available`
    case "below_minimum":
      return `The amount of ${toDecimal(amount)} ${currency} is below the minimum payout of ${toDecimal(refusal.minimum)} ${currency}`
  }
}

/** What an account lacks that its provider cannot pay at the moment. */
export const accountNotReady = (note: string | null): string =>
  `Money cannot be sent to the payout account yet${note ? `: ${note}` : ""}`

/** Why an account gets no money yet that took another one's place. */
export const coolingOff = (until: Date): string =>
  `Another account was put on file for payouts: to keep the money safe, payouts to it wait until ${until.toISOString().slice(0, 16).replace("T", " ")} UTC`

/** A refusal in words for whoever asked, affiliate or merchant. */
export const payeeRefusalInWords = (
  refusal: PayeeRefusal,
  payee: Pick<Payee, "available">,
  { amount, currency_code }: Pick<PayoutAsked, "amount" | "currency_code">
): string => {
  switch (refusal.reason) {
    case "not_approved":
      return `This affiliate is ${refusal.status}: only an approved affiliate can request a payout`
    case "agreement_due":
    case "identity_needed":
    case "identity_needed_above":
      return blockInWords(refusal, currency_code)
    case "tax":
      return refusal.words
    case "no_method":
      return "No payout method is on file: save one before a payout is made"
    case "other_method":
      return `The payout method on file is another: ${refusal.provider}`
    case "account_not_ready":
      return accountNotReady(refusal.note)
    case "cool_off":
      return coolingOff(refusal.until)
    case "nothing_available":
    case "over_balance":
    case "below_minimum":
      return refusalMessage(refusal, amount, payee.available, currency_code)
  }
}
