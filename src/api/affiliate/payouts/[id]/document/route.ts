import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { answerPayoutDocument } from "../../../../utils/payout-document"
import { PayoutDocumentParamsType } from "../../../../utils/payout-document-params"

/**
 * A paper of one of the caller's payouts: an invoice where they agreed to it, else an advice of what was paid; with
 * `document_id` that of an earlier payment, or what corrects one.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, PayoutDocumentParamsType>,
  res: MedusaResponse
): Promise<void> => answerPayoutDocument(req, res, req.auth_context.actor_id)
