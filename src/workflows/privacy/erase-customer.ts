import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  EraseCustomerStepInput,
  eraseCustomerStep,
} from "./steps/erase-customer"

export type EraseCustomerWorkflowInput = EraseCustomerStepInput

/**
 * Takes a customer off verdicts, bonds, carts and clicks. They are bound to
 * nobody from then on; what their orders earned stays earned. What Medusa
 * itself knows of the customer is Medusa's to erase.
 *
 * @throws not_found for an unknown customer
 *
 * @example
 * await eraseCustomerWorkflow(container).run({ input: { customer_id, reason: "asked on 3 March" } })
 */
export const eraseCustomerWorkflow = createWorkflow(
  "affiliate-erase-customer",
  (input: WorkflowData<EraseCustomerWorkflowInput>) =>
    new WorkflowResponse(eraseCustomerStep(input))
)
