export type AffiliateStatus = "pending" | "approved" | "rejected" | "suspended"

/** A change of status, kept for ever so that late verdicts are as early ones. */
export interface StatusChange {
  status: AffiliateStatus
  /** ISO 8601 UTC */
  at: string
}

/**
 * The status an affiliate had at a moment: an order is judged by the status
 * when it was placed, however late it is judged.
 */
export const statusAt = (
  history: StatusChange[],
  moment: Date
): AffiliateStatus => {
  let status: AffiliateStatus = "pending"
  for (const change of history) {
    if (new Date(change.at).getTime() <= moment.getTime()) {
      status = change.status
    }
  }
  return status
}

/** Which status may follow which, and through which action. */
const TRANSITIONS = {
  approve: { from: ["pending", "rejected"], to: "approved" },
  reject: { from: ["pending"], to: "rejected" },
  suspend: { from: ["approved"], to: "suspended" },
  reinstate: { from: ["suspended"], to: "approved" },
} as const satisfies Record<
  string,
  { from: readonly AffiliateStatus[]; to: AffiliateStatus }
>

export type StatusAction = keyof typeof TRANSITIONS

/** @returns the status that follows, or `null` where the action is not allowed */
export const statusAfter = (
  current: AffiliateStatus,
  action: StatusAction
): AffiliateStatus | null => {
  const transition = TRANSITIONS[action]
  return (transition.from as readonly AffiliateStatus[]).includes(current)
    ? transition.to
    : null
}

/** A decision about an application: by whom does not matter. */
export type Decision = StatusChange & { status: "approved" | "rejected" }

/**
 * The decision that an affiliate's status is: what it began with is none,
 * because whoever is approved or turned down at once knows, and neither is a
 * suspension that was taken back.
 */
export const decisionOf = (history: StatusChange[]): Decision | null => {
  const [latest, before] = [...history].reverse()
  return before &&
    before.status !== "suspended" &&
    (latest.status === "approved" || latest.status === "rejected")
    ? { ...latest, status: latest.status }
    : null
}
