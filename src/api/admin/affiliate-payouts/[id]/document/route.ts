import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { answerPayoutDocument } from "../../../../utils/payout-document"

/** The paper of a paid payout, as its affiliate gets it. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => answerPayoutDocument(req, res)
