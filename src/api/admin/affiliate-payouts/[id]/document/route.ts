import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { answerPayoutDocument } from "../../../../utils/payout-document"
import { PayoutDocumentParamsType } from "../../../../utils/payout-document-params"

/** A paper of a payout, as its affiliate gets it: of its last payment, or with `document_id` any. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, PayoutDocumentParamsType>,
  res: MedusaResponse
): Promise<void> => answerPayoutDocument(req, res)
