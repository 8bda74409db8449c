import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { retireCodeWorkflow } from "../../../../../../workflows/codes"
import { retrieveAffiliate } from "../../../helpers"

/** Ends a code, in any letter case: retired for ever if it ever earned, removed otherwise. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { id, code } = req.params
  const { result } = await retireCodeWorkflow(req.scope).run({
    input: { affiliate_id: id, code },
  })
  res.json({
    id: result.id,
    object: "affiliate_code",
    deleted: true,
    parent: await retrieveAffiliate(req.scope, id, req.queryConfig.fields),
  })
}
