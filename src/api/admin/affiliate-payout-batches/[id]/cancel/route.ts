import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { cancelPayoutBatchWorkflow } from "../../../../../workflows/payout-batches"
import { retrieveBatch } from "../../helpers"
import { AdminPayoutBatchActionType } from "../../validators"

/** Ends the batch. What was not sent stays with the affiliates. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPayoutBatchActionType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await cancelPayoutBatchWorkflow(req.scope).run({ input: { id } })
  res.json({
    payout_batch: await retrieveBatch(req.scope, id, req.queryConfig.fields),
  })
}
