import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { deleteIdentityDocumentWorkflow } from "../../../../../workflows/identity"

/** Deletes one of the affiliate's own documents, with its file, while nobody has decided by it. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await deleteIdentityDocumentWorkflow(req.scope).run({
    input: { id, affiliate_id: req.auth_context.actor_id },
  })
  res.json({ id, object: "affiliate_identity_document", deleted: true })
}
