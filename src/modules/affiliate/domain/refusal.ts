import { mailboxOf } from "./normalize"
import { AttributionInput, AttributionSource, Candidate } from "./touch"
import { LevelRefusal, Refusal } from "./trace-facts"

/** Same customer, or an e-mail of the same mailbox. */
export const isSelfReferral = (
  buyer: { customer_id: string | null; email: string | null },
  affiliate: { customer_id: string | null; email: string }
): boolean =>
  (buyer.customer_id !== null && buyer.customer_id === affiliate.customer_id) ||
  (buyer.email !== null &&
    mailboxOf(buyer.email) === mailboxOf(affiliate.email))

/** Why a candidate cannot be credited for this order, or `null` when it can. */
export const refusalOf = (
  candidate: Candidate,
  input: AttributionInput,
  source: AttributionSource
): Refusal | null => {
  if (candidate.status !== "approved") {
    return `affiliate_${candidate.status}`
  }
  if (!candidate.program_active) {
    return "program_inactive"
  }
  if (
    candidate.self_referral === "block" &&
    source !== "manual" &&
    isSelfReferral(input, candidate)
  ) {
    return "self_referral"
  }
  const bound = input.bond?.candidate.affiliate_id === candidate.affiliate_id
  if (
    candidate.new_customers_only &&
    source !== "manual" &&
    input.returning_customer &&
    !bound
  ) {
    return "returning_customer"
  }
  return null
}

/** Why an affiliate above the credited one earns nothing, or `null` when it does. */
export const levelRefusalOf = (
  candidate: Candidate,
  buyer: { customer_id: string | null; email: string | null }
): LevelRefusal | null => {
  if (candidate.self_referral === "block" && isSelfReferral(buyer, candidate)) {
    return "self_referral"
  }
  return candidate.status === "approved"
    ? null
    : `affiliate_${candidate.status}`
}
