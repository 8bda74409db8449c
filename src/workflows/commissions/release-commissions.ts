import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { releaseCommissionsStep } from "./steps/release-commissions"

export const releaseCommissionsWorkflowId = "affiliate-release-commissions"

/**
 * Makes available what is due: the hold is over, the order is fully paid and
 * not cancelled, and nobody holds the commission.
 *
 * @returns `{ released }`, how many commissions
 */
export const releaseCommissionsWorkflow = createWorkflow(
  releaseCommissionsWorkflowId,
  (input: WorkflowData<Record<string, never>>) =>
    new WorkflowResponse(releaseCommissionsStep(input))
)
