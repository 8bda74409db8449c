/**
 * The e-mails that an affiliate may switch off, by the event that each tells
 * of. Not among them is what somebody asked for or waits for: an invitation, a
 * new password, an address to verify, the answer to an application.
 */
export const OPTIONAL_EMAILS = [
  "payout_paid",
  "payout_failed",
  "agreement_published",
  "tier_changed",
  "milestone_reached",
] as const

export type OptionalEmail = (typeof OPTIONAL_EMAILS)[number]

/** For each e-mail whether it is wanted. */
export type EmailChoices = Record<OptionalEmail, boolean>

/**
 * @param off what was switched off, as it is stored: an e-mail that a later
 *   version of the plugin adds is wanted until somebody says otherwise
 */
export const emailChoices = (off: string[]): EmailChoices =>
  Object.fromEntries(
    OPTIONAL_EMAILS.map((email) => [email, !off.includes(email)])
  ) as EmailChoices

/**
 * What is switched off after some choices; the others stay as they are.
 *
 * @returns in a fixed order, each once
 */
export const emailsOffAfter = (
  off: string[],
  choices: Partial<EmailChoices>
): OptionalEmail[] =>
  OPTIONAL_EMAILS.filter((email) => !(choices[email] ?? !off.includes(email)))
