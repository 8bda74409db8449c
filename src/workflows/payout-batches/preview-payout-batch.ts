import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { BatchInput } from "../../modules/affiliate/service-layers/payout-batches"
import { validateAmountStep } from "../payouts/steps/validate-amount"
import { checkProgramStep } from "../tiers/steps/check-program"
import { previewPayoutBatchStep } from "./steps/preview-payout-batch"

/**
 * Says who would be in a payout batch made now, and who would not and why.
 * Nothing is written.
 *
 * @throws invalid_data for an unknown program, currency or provider; not_allowed without the encryption key
 */
export const previewPayoutBatchWorkflow = createWorkflow(
  "affiliate-preview-payout-batch",
  (input: WorkflowData<BatchInput>) => {
    validateAmountStep(
      transform(input, ({ currency_code }) => ({ currency_code }))
    )
    checkProgramStep(transform(input, ({ program_id }) => ({ program_id })))
    return new WorkflowResponse(previewPayoutBatchStep(input))
  }
)
