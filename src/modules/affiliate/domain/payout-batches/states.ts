/**
 * Where a batch stands. `draft`: who is due is being written down.
 */
export const BATCH_STATUSES = [
  "draft",
  "awaiting_approval",
  "approved",
  "running",
  "finished",
  "canceled",
] as const
export type BatchStatus = (typeof BATCH_STATUSES)[number]

/**
 * Where one affiliate's part of a batch stands. `requested`: the money is set
 * aside. `sent`: it is with the provider, or with the person who transfers it.
 * `refused`: it could not be paid out any more, and nothing was sent. `failed`: the provider said no.
 */
export const BATCH_ITEM_STATUSES = [
  "due",
  "requested",
  "sent",
  "refused",
  "failed",
  "canceled",
] as const
export type BatchItemStatus = (typeof BATCH_ITEM_STATUSES)[number]

const BATCH_MOVES: Record<BatchStatus, readonly BatchStatus[]> = {
  draft: ["awaiting_approval", "approved", "finished", "canceled"],
  awaiting_approval: ["approved", "canceled"],
  approved: ["running", "canceled"],
  running: ["finished", "canceled"],
  finished: [],
  canceled: [],
}

const ITEM_MOVES: Record<BatchItemStatus, readonly BatchItemStatus[]> = {
  due: ["requested", "refused", "canceled"],
  requested: ["sent", "refused", "failed", "canceled"],
  sent: [],
  refused: [],
  failed: [],
  canceled: [],
}

export const batchMayBecome = (from: BatchStatus, to: BatchStatus): boolean =>
  BATCH_MOVES[from].includes(to)

export const itemMayBecome = (
  from: BatchItemStatus,
  to: BatchItemStatus
): boolean => ITEM_MOVES[from].includes(to)

/** The statuses that may become `to`: what an update has to find. */
export const batchStatusesBefore = (to: BatchStatus): BatchStatus[] =>
  BATCH_STATUSES.filter((from) => batchMayBecome(from, to))

export const itemStatusesBefore = (to: BatchItemStatus): BatchItemStatus[] =>
  BATCH_ITEM_STATUSES.filter((from) => itemMayBecome(from, to))

/** What became of an item by what became of its payout. */
export const itemStatusByPayout = (payout_status: string): BatchItemStatus => {
  switch (payout_status) {
    case "pending":
      return "requested"
    case "failed":
      return "failed"
    case "canceled":
      return "canceled"
    default:
      return "sent"
  }
}

/** What the batch is done with and a payout stands for: what becomes of the payout later, becomes of the item. */
export const FOLLOWS_ITS_PAYOUT: BatchItemStatus[] = ["sent", "failed"]

/** A person's word that a batch may run. */
export interface BatchApproval {
  by: string
  at: string
}

export interface BatchConsent {
  /** Who made it; `null` = a schedule. */
  created_by: string | null
  approvals: BatchApproval[]
}

/** How many different people have to stand behind a batch; who made it is one of them. */
export type ApprovalsNeeded = 1 | 2

/**
 * Made is not approved: at least one word is needed, and as many people behind
 * it as the store asks for.
 */
export const isApproved = (
  { created_by, approvals }: BatchConsent,
  needed: ApprovalsNeeded
): boolean => {
  const people = new Set(approvals.map(({ by }) => by))
  if (created_by !== null) {
    people.add(created_by)
  }
  return approvals.length > 0 && people.size >= needed
}

/** @returns why somebody's approval would add nothing, in words; `null` = it counts */
export const problemOfApproval = (
  { created_by, approvals }: BatchConsent,
  by: { id: string; type: string },
  needed: ApprovalsNeeded
): string | null => {
  if (needed === 1) {
    return null
  }
  if (by.type !== "user") {
    return "Payout batches are approved by a second person here: log in as one, a key is nobody"
  }
  if (by.id === created_by) {
    return "This payout batch needs the approval of somebody else than who made it"
  }
  return approvals.some((approval) => approval.by === by.id)
    ? "You have approved this payout batch: somebody else has to approve it too"
    : null
}
