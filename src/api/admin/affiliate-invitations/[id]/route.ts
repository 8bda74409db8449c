import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { revokeInvitationWorkflow } from "../../../../workflows/invitations"
import { invitationAnswer, STATUS_FIELDS } from "../helpers"

/** One invitation; its token is kept nowhere. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [invitation],
  } = await query.graph(
    {
      entity: "affiliate_invitation",
      fields: [...new Set([...req.queryConfig.fields, ...STATUS_FIELDS])],
      filters: { id: req.params.id },
    },
    { throwIfKeyNotFound: true }
  )
  res.json({ affiliate_invitation: invitationAnswer(invitation) })
}

/** Takes an invitation back; it stays in the list as revoked. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await revokeInvitationWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "affiliate_invitation", deleted: true })
}
