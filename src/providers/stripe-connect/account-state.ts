import type Stripe from "stripe"

import {
  PayoutAccountState,
  ProvidedIdentity,
  ValidatedPayoutAccount,
} from "../types"
import { disabledWords, requirementWords } from "./account-words"

/** What of Stripe's account object decides. */
export type AccountFacts = Pick<
  Stripe.Account,
  "payouts_enabled" | "details_submitted" | "capabilities" | "requirements"
>

/** Why the account cannot be paid yet, the first reason that holds. */
const missing = ({
  payouts_enabled,
  details_submitted,
  capabilities,
  requirements,
}: AccountFacts): string => {
  const due = [
    ...(requirements?.past_due ?? []),
    ...(requirements?.currently_due ?? []),
  ]
  const reason = requirements?.disabled_reason
  if (reason?.startsWith("rejected.")) return disabledWords(reason)
  if (!details_submitted) return "The set-up at Stripe is not finished yet"
  if (due.length > 0) return `Stripe still needs ${requirementWords(due)}`
  if (reason) return disabledWords(reason)
  if (requirements?.pending_verification?.length) {
    return "Stripe is verifying the details"
  }
  if (capabilities?.transfers !== "active") {
    return "Stripe has not enabled transfers to this account yet"
  }
  return payouts_enabled
    ? ""
    : "Stripe does not pay this account out to a bank yet"
}

/**
 * Whether money can be sent to an account: Stripe must take transfers to it,
 * and must be able to hand them on to its bank.
 */
export const accountState = (account: AccountFacts): PayoutAccountState =>
  account.payouts_enabled && account.capabilities?.transfers === "active"
    ? { payouts_enabled: true }
    : { payouts_enabled: false, note: missing(account) }

/** What Stripe's check of the person has come to. */
export const accountIdentity = (account: AccountFacts): ProvidedIdentity => {
  if (account.requirements?.disabled_reason?.startsWith("rejected.")) {
    return { status: "rejected", note: missing(account) }
  }
  const open =
    !account.details_submitted ||
    Boolean(account.requirements?.currently_due?.length) ||
    Boolean(account.requirements?.past_due?.length) ||
    Boolean(account.requirements?.pending_verification?.length)
  return account.payouts_enabled && !open
    ? { status: "verified" }
    : { status: "pending", note: missing(account) }
}

/** An account as it is stored: who it is to Stripe, and nothing of the person. */
export const validatedAccount = (
  account: Stripe.Account
): ValidatedPayoutAccount => ({
  details: { account_id: account.id },
  masked: {
    account: `•••• ${account.id.slice(-4)}`,
    ...(account.country && { country: account.country }),
  },
  identity: accountIdentity(account),
  account_id: account.id,
  state: accountState(account),
})
