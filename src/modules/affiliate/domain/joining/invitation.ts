/** Where an invitation stands. */
export type InvitationStatus = "open" | "accepted" | "revoked" | "expired"

export interface InvitationTimes {
  accepted_at: Date | string | null
  revoked_at: Date | string | null
  expires_at: Date | string
}

export const statusOfInvitation = (
  { accepted_at, revoked_at, expires_at }: InvitationTimes,
  now: Date
): InvitationStatus => {
  if (accepted_at) {
    return "accepted"
  }
  if (revoked_at) {
    return "revoked"
  }
  return new Date(expires_at).getTime() <= now.getTime() ? "expired" : "open"
}

const SHOWN = 1

/** Enough to know one's own address again, and no more: `ada@example.com` → `a***@example.com`. */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf("@")
  return `${email.slice(0, SHOWN)}***${email.slice(at)}`
}
