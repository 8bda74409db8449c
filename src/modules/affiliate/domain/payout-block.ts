import { AgreementInForce, dueVersion } from "./agreements"
import { Amount } from "./money"
import { amountIn, CurrencyAmount } from "./terms"

export type IdentityStatus =
  "not_required" | "pending" | "verified" | "rejected"

/** When a program asks who its affiliates are before it pays them. */
export interface IdentityRule {
  identity_required: "never" | "always" | "above_amount"
  /** What may be paid out in all before that; a currency not listed has no limit. */
  identity_amounts: CurrencyAmount[]
}

/** Why nothing is paid out until somebody has done something. Earnings go on. */
export type PayoutBlock =
  | { reason: "agreement_due"; version: number }
  | { reason: "identity_needed"; status: IdentityStatus }
  | { reason: "identity_needed_above"; status: IdentityStatus; limit: Amount }

/**
 * @param input.out what a payout would bring the affiliate to: paid, requested and asked for
 *   together, in one currency
 * @returns the first thing that payouts wait for; `null` = nothing
 */
export const blockOfPayout = (input: {
  agreement: AgreementInForce | null
  identity_status: IdentityStatus
  rule: IdentityRule
  currency_code: string
  out: Amount
}): PayoutBlock | null => {
  const { agreement, identity_status: status, rule, currency_code, out } = input
  const version = dueVersion(agreement)
  if (version !== null) {
    return { reason: "agreement_due", version }
  }
  if (status === "verified") {
    return null
  }
  switch (rule.identity_required) {
    case "never":
      return null
    case "always":
      return { reason: "identity_needed", status }
    case "above_amount": {
      const limit = amountIn(rule.identity_amounts, currency_code)
      return limit && out.gt(limit)
        ? { reason: "identity_needed_above", status, limit }
        : null
    }
  }
}

const STANDING: Record<IdentityStatus, string> = {
  not_required: "nothing has been handed in yet",
  pending: "it is waiting to be verified",
  rejected: "it was rejected",
  verified: "it is verified",
}

/** A block in words for whoever asked for the payout, affiliate or merchant. */
export const blockInWords = (
  block: PayoutBlock,
  currency_code: string
): string => {
  switch (block.reason) {
    case "agreement_due":
      return `Payouts wait until the affiliate has accepted version ${block.version} of the program's agreement`
    case "identity_needed":
      return `Payouts wait until the affiliate's identity is verified: ${STANDING[block.status]}`
    case "identity_needed_above":
      return `Payouts of more than ${block.limit.toFixed()} ${currency_code.toUpperCase()} in all wait until the affiliate's identity is verified: ${STANDING[block.status]}`
  }
}
