import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { checkProgramStep } from "./steps/check-program"
import { reviewTiersStep } from "./steps/review-tiers"
import { tellTierChangesWorkflow } from "./tell-tier-changes"

export interface ReviewTiersWorkflowInput {
  /** Only this program; without it all. */
  program_id?: string | null
  /** Only says who would move. */
  dry_run?: boolean
}

/**
 * Moves affiliates between automatic tiers by what they brought, and tells of
 * it. Affiliates in a tier that is not automatic stay; a tier reached applies
 * to orders placed from then on.
 *
 * @throws invalid_data for an unknown program
 *
 * @example
 * const { result } = await reviewTiersWorkflow(container).run({ input: { dry_run: true } })
 */
export const reviewTiersWorkflow = createWorkflow(
  "affiliate-review-tiers",
  (input: WorkflowData<ReviewTiersWorkflowInput>) => {
    checkProgramStep(transform(input, ({ program_id }) => ({ program_id })))
    const review = reviewTiersStep(
      transform(input, ({ program_id, dry_run }) => ({
        program_id: program_id ?? null,
        dry_run: dry_run ?? false,
      }))
    )
    when("affiliates-moved", review, ({ dry_run }) => !dry_run).then(() =>
      tellTierChangesWorkflow.runAsStep({ input: {} })
    )
    return new WorkflowResponse(review)
  }
)
