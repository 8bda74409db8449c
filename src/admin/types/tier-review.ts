import type { Paged, Ref } from "./common"
import type { TierMetric } from "./program"

/** A requirement of a tier beside what was found. */
export type TierFigure = {
  tier_id: string
  metric: TierMetric
  window_days: number | null
  currency_code: string | null
  threshold: number
  found: number
  met: boolean
}

/** An affiliate's move between tiers that are automatic. */
export type TierMove = {
  program_id: string
  affiliate_id: string
  from_tier_id: string | null
  to_tier_id: string | null
  figures: TierFigure[]
}

export type TierReviewResponse = {
  tier_review: {
    dry_run: boolean
    /** Affiliates that were looked at. */
    reviewed: number
    /** How many moved, or would. */
    moved: number
    /** The first thousand of them. */
    moves: TierMove[]
  }
}

export type TierChange = {
  id: string
  affiliate_id: string
  from_tier: Ref | null
  to_tier: Ref | null
  by: "requirements" | "merchant"
  figures: TierFigure[]
  at: string
}

export type TierChangeListResponse = { tier_changes: TierChange[] } & Paged
