import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { resumePayoutBatchWorkflow } from "../../../../../workflows/payout-batches"
import { retrieveBatch } from "../../helpers"
import { AdminPayoutBatchActionType } from "../../validators"

/** Goes on with a batch that stands still. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPayoutBatchActionType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await resumePayoutBatchWorkflow(req.scope).run({ input: { id } })
  res.json({
    payout_batch: await retrieveBatch(req.scope, id, req.queryConfig.fields),
  })
}
