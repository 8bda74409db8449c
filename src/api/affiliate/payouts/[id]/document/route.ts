import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { answerPayoutDocument } from "../../../../utils/payout-document"

/** The paper of one of the caller's paid payouts: an invoice where they agreed to it, else an advice of what was paid. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => answerPayoutDocument(req, res, req.auth_context.actor_id)
