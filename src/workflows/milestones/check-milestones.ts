import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { announceMilestonesStep } from "./steps/announce-milestones"
import { notifyMilestonesStep } from "./steps/notify-milestones"
import { recordMilestonesStep } from "./steps/record-milestones"

export interface CheckMilestonesInput {
  /** Only these; `null` = everybody. */
  affiliate_ids: string[] | null
}

export const checkMilestonesWorkflowId = "affiliate-check-milestones"

/**
 * Records the earnings milestones that were reached, tells the store by an
 * event and the affiliate by e-mail, each once for ever.
 */
export const checkMilestonesWorkflow = createWorkflow(
  checkMilestonesWorkflowId,
  (input: WorkflowData<CheckMilestonesInput>) => {
    const recorded = recordMilestonesStep(
      transform(input, ({ affiliate_ids }) => affiliate_ids)
    )
    announceMilestonesStep({})
    notifyMilestonesStep({})
    return new WorkflowResponse(recorded)
  }
)
