import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { TierMove } from "../../../modules/affiliate/sql/tier-reviews"

/** Affiliates in one transaction: few enough that a registration never waits for it. */
const PAGE = 500
/** Pages of one program in one run; at that many the program has five million affiliates. */
const PAGES_MAX = 10_000
/** Moves that are told one by one; all are made and counted. */
const MOVES_TOLD_MAX = 1_000

export interface ReviewTiersStepInput {
  /** Only this program; `null` = all. */
  program_id: string | null
  /** Only says who would move. */
  dry_run: boolean
}

export interface TierReview {
  dry_run: boolean
  /** Affiliates that were looked at. */
  reviewed: number
  /** How many moved, or would. */
  moved: number
  /** Who did, and why; the first thousand. */
  moves: (TierMove & { program_id: string })[]
}

/**
 * Holds affiliates against the tiers of their programs and moves those whose
 * figures say so, page by page, each in a transaction of its own.
 *
 * Has no compensation: who moved meets what the tier asks, whatever a later
 * step does.
 */
export const reviewTiersStep = createStep(
  "affiliate-review-tiers-step",
  async (input: ReviewTiersStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { dry_run } = input
    const review: TierReview = { dry_run, reviewed: 0, moved: 0, moves: [] }
    for (const program_id of await service.listProgramsToReview(
      input.program_id
    )) {
      let after: string | null = ""
      for (let page = 0; after !== null && page < PAGES_MAX; page++) {
        const found = await service.reviewTiers({
          program_id,
          after,
          limit: PAGE,
          dry_run,
        })
        review.reviewed += found.reviewed
        review.moved += found.moves.length
        review.moves.push(
          ...found.moves
            .slice(0, MOVES_TOLD_MAX - review.moves.length)
            .map((move) => ({ program_id, ...move }))
        )
        after = found.after
      }
    }
    return new StepResponse(review)
  }
)
