import { AffiliateEvents } from "../../modules/affiliate/events"
import type { AgreementReader } from "../../modules/affiliate/sql/emails"
import type { Email } from "./send-email"

/** The template a merchant's e-mail provider is asked for. */
export const AGREEMENT_PUBLISHED_TEMPLATE = "affiliate-agreement-published"

/** @param portal_url where it is read and accepted, if it is known where that is */
export const agreementEmail = (
  agreement_id: string,
  reader: AgreementReader,
  portal_url: string | null
): Email => {
  const { id, name, email, program_name, title, version } = reader
  const more = portal_url ? ` ${portal_url}` : ""
  return {
    to: email,
    template: AGREEMENT_PUBLISHED_TEMPLATE,
    trigger_type: AffiliateEvents.AGREEMENT_PUBLISHED,
    resource_id: agreement_id,
    resource_type: "affiliate_agreement",
    receiver_id: id,
    idempotency_key: `affiliate-agreement:${agreement_id}:${id}`,
    content: {
      subject: `New terms of ${program_name}`,
      text: `Hello ${name}, ${program_name} has new terms: ${title}, version ${version}. Your payouts wait until you have accepted them; you go on earning meanwhile.${more}`,
    },
    data: {
      affiliate_id: id,
      name,
      program_name,
      title,
      version,
      portal_url,
    },
  }
}
