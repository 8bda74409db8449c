import type { CurrencyAmount } from "./common"

export type IdentityStatus =
  "not_required" | "pending" | "verified" | "rejected"
export type IdentityRequired = "never" | "always" | "above_amount"

export type IdentityDocument = {
  id: string
  name: string
  mime_type: string
  created_at: string
  /** Good for a short time; `null` = the file is gone. */
  url: string | null
}

/** How an affiliate's identity stands, and when its program asks for it. */
export type Identity = {
  status: IdentityStatus
  /** Why it was rejected, or what is still missing; the affiliate reads it. */
  note: string | null
  decided_at: string | null
  /** The payout provider whose word it is; `null` = a person's, or nobody's yet. */
  provider: string | null
  required: boolean
  identity_required: IdentityRequired
  identity_amounts: CurrencyAmount[]
  /** Oldest first. */
  documents: IdentityDocument[]
}

export type IdentityResponse = { identity: Identity }

export type DecideIdentity = { status: IdentityStatus; note?: string }
