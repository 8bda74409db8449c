import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { IdentityDecision } from "../../modules/affiliate/service-layers/identity"
import { decideIdentityStep } from "./steps/decide-identity"

export type DecideIdentityWorkflowInput = IdentityDecision

/**
 * Records what a person decided about who an affiliate is, or what a payout provider that verifies people says of it
 * (`provider`): that counts until a person verifies or rejects.
 *
 * @throws not_found
 *
 * @example
 * await decideIdentityWorkflow(container).run({
 *   input: { affiliate_id, status: "rejected", note: "The passport has expired" },
 * })
 */
export const decideIdentityWorkflow = createWorkflow(
  "affiliate-decide-identity",
  (input: WorkflowData<DecideIdentityWorkflowInput>) =>
    new WorkflowResponse(decideIdentityStep(input))
)
