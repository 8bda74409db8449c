import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { approvePayoutBatchWorkflow } from "../../../../../workflows/payout-batches"
import { retrieveBatch } from "../../helpers"
import { AdminPayoutBatchActionType } from "../../validators"

/** Somebody's word that the batch may run. Where that is enough, it begins. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPayoutBatchActionType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  const { actor_id, actor_type } = req.auth_context
  await approvePayoutBatchWorkflow(req.scope).run({
    input: { id, by: { id: actor_id, type: actor_type } },
  })
  res.json({
    payout_batch: await retrieveBatch(req.scope, id, req.queryConfig.fields),
  })
}
