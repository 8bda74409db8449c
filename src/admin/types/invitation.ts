import type { Paged } from "./common"

export type InvitationStatus = "open" | "accepted" | "revoked" | "expired"

/** `none` = the store had no e-mail provider when it was made. */
export type InvitationEmailStatus = "none" | "waiting" | "sent" | "failed"

export type Invitation = {
  id: string
  program_id: string
  email: string
  name: string | null
  status: InvitationStatus
  tier_id: string | null
  parent_id: string | null
  /** The code that whoever accepts gets. */
  code: string | null
  discount_percent: number | null
  expires_at: string
  accepted_at: string | null
  revoked_at: string | null
  /** Who accepted; while open, the affiliate whose login it makes, if any. */
  affiliate_id: string | null
  email_status: InvitationEmailStatus
  /** Why the last try failed, in the provider's words. */
  email_error: string | null
  /** When the e-mail was handed over; `null` = none went out. */
  sent_at: string | null
  created_at: string
}

/** As it is answered once, right after it was made or renewed. */
export type NewInvitation = Invitation & {
  token: string
  /** `null` where the store owner has not said where invitations are accepted. */
  accept_url: string | null
}

export type InvitationListResponse = {
  affiliate_invitations: Invitation[]
} & Paged
export type NewInvitationResponse = { affiliate_invitation: NewInvitation }
export type NewInvitationsResponse = {
  affiliate_invitations: NewInvitation[]
  count: number
}

export type Invite = {
  email: string
  name?: string
  program_id?: string
  tier_id?: string
  parent_id?: string
  code?: string
  discount_percent?: number
  expires_in_days?: number
}
