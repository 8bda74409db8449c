import { AffiliateEvents } from "../../modules/affiliate/events"
import type { Email } from "./send-email"

/** The templates a merchant's e-mail provider is asked for. */
export const APPLICATION_APPROVED_TEMPLATE = "affiliate-application-approved"
export const APPLICATION_REJECTED_TEMPLATE = "affiliate-application-rejected"

/** An applicant, and what was decided. */
export interface ApplicationToTell {
  id: string
  name: string
  email: string
  program_name: string
  status: "approved" | "rejected"
  /** ISO 8601 UTC */
  decided_at: string
  /** ISO 8601 UTC; a rejected applicant may apply again from then on, `null` = at any time. */
  reapply_at: string | null
}

/**
 * The store's reason is not told: it is the store's own note.
 *
 * @param portal_url where the applicant goes on, if it is known where that is
 */
export const applicationEmail = (
  application: ApplicationToTell,
  portal_url: string | null
): Email => {
  const { id, name, email, program_name, status, reapply_at } = application
  const approved = status === "approved"
  const more = portal_url ? ` ${portal_url}` : ""
  const again = reapply_at
    ? ` You may apply again from ${reapply_at.slice(0, 10)} on.`
    : ""
  return {
    to: email,
    template: approved
      ? APPLICATION_APPROVED_TEMPLATE
      : APPLICATION_REJECTED_TEMPLATE,
    trigger_type: approved
      ? AffiliateEvents.APPROVED
      : AffiliateEvents.REJECTED,
    resource_id: id,
    resource_type: "affiliate",
    receiver_id: id,
    idempotency_key: `affiliate-application:${id}:${application.decided_at}`,
    content: approved
      ? {
          subject: `Welcome to ${program_name}`,
          text: `Hello ${name}, your application to ${program_name} was approved. You can begin right away.${more}`,
        }
      : {
          subject: `Your application to ${program_name}`,
          text: `Hello ${name}, your application to ${program_name} was not approved.${again}`,
        },
    data: { affiliate_id: id, name, program_name, reapply_at, portal_url },
  }
}
