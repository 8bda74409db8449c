import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../../modules/affiliate"
import AffiliateModuleService from "../../../../modules/affiliate/service"
import { addIdentityDocumentWorkflow } from "../../../../workflows/identity"
import { identityAnswer } from "../helpers"
import { AddIdentityDocumentType } from "../validators"

/** Hands in a document that shows who the affiliate is; a person looks at it. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AddIdentityDocumentType>,
  res: MedusaResponse
): Promise<void> => {
  const affiliate_id = req.auth_context.actor_id
  const { result } = await addIdentityDocumentWorkflow(req.scope).run({
    input: { ...req.validatedBody, affiliate_id },
  })
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const identity = identityAnswer(await service.identityOf(affiliate_id))
  res.status(201).json({
    document: identity.documents.find(({ id }) => id === result.id),
    identity,
  })
}
