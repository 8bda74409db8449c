import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { AddContractStepInput, addContractStep } from "./steps/add-contract"

export type CreateContractWorkflowInput = AddContractStepInput

/**
 * Makes a contract with one affiliate: while it runs, its split goes before every other rate.
 *
 * @throws not_found for the affiliate; invalid_data for an end before the start; not_allowed where it would
 *   overlap another
 *
 * @example
 * await createContractWorkflow(container).run({
 *   input: { affiliate_id, title: "Launch", revenue_split: 40, starts_at: "2026-12-01T00:00:00Z" },
 * })
 */
export const createContractWorkflow = createWorkflow(
  "affiliate-create-contract",
  (input: WorkflowData<CreateContractWorkflowInput>) =>
    new WorkflowResponse(addContractStep(input))
)
