import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { runBatch } from "../run-batch"

/** Works through a batch. Money that moved is not called back, so there is no compensation. */
export const runPayoutBatchStep = createStep(
  "affiliate-run-payout-batch-step",
  async ({ id }: { id: string }, { container }) =>
    new StepResponse(await runBatch(container, id))
)
