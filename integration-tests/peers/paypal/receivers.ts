import type { ItemStatus } from "./state"

/** What becomes of money sent to somebody. */
export type Receiver =
  /** Arrives. */
  | "registered"
  /** Waits for them to open an account. */
  | "unregistered"
  /** Waits for them to confirm their address. */
  | "unconfirmed"
  /** PayPal looks at it first. */
  | "reviewed"
  /** There is no such account: PayPal denies the whole batch when nothing of it can be paid. */
  | "invalid"
  | "locked"
  | "blocked"
  /** The store's own account. */
  | "store"

export type Treatment = {
  status: ItemStatus
  error: { name: string; message: string } | null
}

export const TREATMENTS: Record<Receiver, Treatment> = {
  registered: { status: "SUCCESS", error: null },
  unregistered: {
    status: "UNCLAIMED",
    error: {
      name: "RECEIVER_UNREGISTERED",
      message:
        "The recipient for this payout does not have an account. A link to sign up for an account was sent to the recipient. However, if the recipient does not claim this payout within 30 days, the funds will be returned to your account.",
    },
  },
  unconfirmed: {
    status: "UNCLAIMED",
    error: {
      name: "RECEIVER_UNCONFIRMED",
      message:
        "The receiver's email is unconfirmed. Any payment made to this account will appear as UNCLAIMED until the receiver's account is confirmed.  Payments will be returned if they are not claimed within 30 days.",
    },
  },
  reviewed: { status: "ONHOLD", error: null },
  invalid: {
    status: "FAILED",
    error: {
      name: "RECEIVER_ACCOUNT_INVALID",
      message: "Receiver's account is invalid.",
    },
  },
  locked: {
    status: "FAILED",
    error: {
      name: "RECEIVER_ACCOUNT_LOCKED",
      message: "Receiver's account is locked or inactive.",
    },
  },
  blocked: {
    status: "BLOCKED",
    error: {
      name: "RISK_DECLINE",
      message: "This transaction was declined due to risk concerns.",
    },
  },
  store: {
    status: "FAILED",
    error: {
      name: "SELF_PAY_NOT_ALLOWED",
      message: "You cannot send a payout to your own account.",
    },
  },
}
