import { AffiliateEvents } from "../../modules/affiliate/events"
import type { Email } from "../emails/send-email"

/** The template a merchant's e-mail provider is asked for. */
export const PAYOUT_METHOD_CHANGED_TEMPLATE = "affiliate-payout-method-changed"

/** Another account on file, and whose it is. */
export interface PayoutMethodChanged {
  affiliate: { id: string; name: string; email: string }
  provider: string
  /** When that was: what is told once is told once of each change. */
  changed_at: Date
  /** Payouts to it wait until then; `null` = they do not. */
  cool_off_until: Date | null
  /** Addresses that the affiliate had until lately: whoever takes over an account may have changed that first. */
  former_emails: string[]
}

/** One e-mail for each address. Nothing of the account itself is in them: e-mails are read by others. */
export const payoutMethodChangedEmails = ({
  affiliate: { id, name, email },
  provider,
  changed_at,
  cool_off_until,
  former_emails,
}: PayoutMethodChanged): Email[] => {
  const until = cool_off_until?.toISOString() ?? null
  const wait = until
    ? ` Payouts to it wait until ${until.slice(0, 16).replace("T", " ")} UTC, so that there is time to say so.`
    : ""
  return [email, ...former_emails].map((to, index) => ({
    to,
    template: PAYOUT_METHOD_CHANGED_TEMPLATE,
    trigger_type: AffiliateEvents.PAYOUT_METHOD_CHANGED,
    resource_id: id,
    resource_type: "affiliate",
    receiver_id: id,
    idempotency_key: `affiliate-payout-method:${id}:${changed_at.getTime()}${index ? `:former-${index}` : ""}`,
    content: {
      subject: "Your payouts go to another account",
      text: `Hello ${name}, another account was put on file for your payouts. If it was not you, change your password and write to us at once.${wait}`,
    },
    data: { affiliate_id: id, name, provider, cool_off_until: until },
  }))
}
