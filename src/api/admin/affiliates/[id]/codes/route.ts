import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { addCodeWorkflow } from "../../../../../workflows/codes"
import { retrieveAffiliate } from "../../helpers"
import { AdminAddAffiliateCodeType } from "../../validators"

/** Gives an affiliate one more code, with a discount as a Medusa promotion. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAddAffiliateCodeType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await addCodeWorkflow(req.scope).run({
    input: { ...req.validatedBody, affiliate_id: id },
  })
  res.json({
    affiliate: await retrieveAffiliate(req.scope, id, req.queryConfig.fields),
  })
}
