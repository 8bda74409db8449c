import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { retrieveAgreement } from "../helpers"

/** One version with its words, and how many accepted it. A published version is neither changed nor deleted. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    affiliate_agreement: await retrieveAgreement(
      req.scope,
      req.params.id,
      req.queryConfig.fields
    ),
  })
}
