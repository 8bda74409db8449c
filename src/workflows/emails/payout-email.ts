import { toAmount } from "../../modules/affiliate/domain/money"
import { AffiliateEvents } from "../../modules/affiliate/events"
import type { Email } from "./send-email"

/** The templates a merchant's e-mail provider is asked for. */
export const PAYOUT_PAID_TEMPLATE = "affiliate-payout-paid"
export const PAYOUT_FAILED_TEMPLATE = "affiliate-payout-failed"

/** A payout, and whose it is. */
export interface PayoutToTell {
  id: string
  display_id: number
  status: "paid" | "failed"
  /** Major units. */
  amount: number
  currency_code: string
  reference: string | null
  /** In the provider's words. */
  failure_reason: string | null
  /** Rises when a failed one is tried again: what becomes of that is told anew. */
  attempt: number
  affiliate: { id: string; name: string; email: string }
}

/**
 * @param digits decimal digits of the currency
 * @param portal_url the payout's page, if it is known where that is
 */
export const payoutEmail = (
  payout: PayoutToTell,
  digits: number,
  portal_url: string | null
): Email => {
  const { id, display_id, status, currency_code, affiliate } = payout
  const paid = status === "paid"
  const sum = `${toAmount(payout.amount).toFixed(digits)} ${currency_code.toUpperCase()}`
  const reason = payout.failure_reason ? ` (${payout.failure_reason})` : ""
  const more = portal_url ? ` ${portal_url}` : ""
  return {
    to: affiliate.email,
    template: paid ? PAYOUT_PAID_TEMPLATE : PAYOUT_FAILED_TEMPLATE,
    trigger_type: paid
      ? AffiliateEvents.PAYOUT_PAID
      : AffiliateEvents.PAYOUT_FAILED,
    resource_id: id,
    resource_type: "affiliate_payout",
    receiver_id: affiliate.id,
    idempotency_key: `affiliate-payout-${status}:${id}:${payout.attempt}`,
    content: paid
      ? {
          subject: `${sum} are on their way to you`,
          text: `Hello ${affiliate.name}, your payout ${display_id} of ${sum} was sent.${more}`,
        }
      : {
          subject: `Your payout of ${sum} did not go through`,
          text: `Hello ${affiliate.name}, your payout ${display_id} of ${sum} did not go through${reason}. The money is yours as before: check where it is to go, and ask for it again.${more}`,
        },
    data: {
      affiliate_id: affiliate.id,
      name: affiliate.name,
      payout_id: id,
      display_id,
      amount: payout.amount,
      currency_code,
      reference: payout.reference,
      failure_reason: payout.failure_reason,
      portal_url,
    },
  }
}
