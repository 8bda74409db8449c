import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { eraseAffiliateWorkflow } from "../../../../../workflows/privacy"
import { AdminEraseAffiliateType } from "../../../affiliate-customers/validators"

/** Puts a pseudonym in an affiliate's place; the books stay as they are. Asked again, it answers the same. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminEraseAffiliateType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await eraseAffiliateWorkflow(req.scope).run({
    input: { ...req.validatedBody, id: req.params.id },
  })
  res.json({ affiliate_erasure: result })
}
