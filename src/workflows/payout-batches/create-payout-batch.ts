import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { BatchInput } from "../../modules/affiliate/service-layers/payout-batches"
import { validateAmountStep } from "../payouts/steps/validate-amount"
import { checkProgramStep } from "../tiers/steps/check-program"
import { createPayoutBatchStep } from "./steps/create-payout-batch"
import { preparePayoutBatchStep } from "./steps/prepare-payout-batch"

export type CreatePayoutBatchWorkflowInput = BatchInput & {
  /** The user or key that asks for it. */
  created_by: string
}

/**
 * Writes down who is due now, to be paid out together once the batch is
 * approved. No money is set aside before.
 *
 * @throws as `previewPayoutBatchWorkflow`; not_allowed when nobody is due
 *
 * @example
 * const { result } = await createPayoutBatchWorkflow(container).run({
 *   input: { program_id: null, currency_code: "usd", provider: null, created_by: user_id },
 * })
 */
export const createPayoutBatchWorkflow = createWorkflow(
  "affiliate-create-payout-batch",
  (input: WorkflowData<CreatePayoutBatchWorkflowInput>) => {
    validateAmountStep(
      transform(input, ({ currency_code }) => ({ currency_code }))
    )
    checkProgramStep(transform(input, ({ program_id }) => ({ program_id })))
    const batch = createPayoutBatchStep(input)
    const report = preparePayoutBatchStep(batch)
    return new WorkflowResponse(
      transform({ batch, report }, ({ batch, report }) => ({
        ...report,
        id: batch.id,
      }))
    )
  }
)
