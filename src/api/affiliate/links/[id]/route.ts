import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import {
  deleteLinkWorkflow,
  updateLinkWorkflow,
} from "../../../../workflows/links"
import { checkDestination } from "../../../utils/allowed-hosts"
import { retrieveLink } from "../helpers"
import { UpdateLinkType } from "../validators"

/** One of the caller's links, with its address and figures. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    link: await retrieveLink(req, req.params.id),
  })
}

/** Changes a link, archives it or takes it up again. */
export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateLinkType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  checkDestination(req, req.validatedBody.destination_url)
  await updateLinkWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      id,
      affiliate_id: req.auth_context.actor_id,
    },
  })
  res.json({ link: await retrieveLink(req, id) })
}

/** Takes a link away; one that was followed is archived, so that its slug is nobody else's. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await deleteLinkWorkflow(req.scope).run({
    input: { id, affiliate_id: req.auth_context.actor_id },
  })
  res.json({ id, object: "affiliate_link", deleted: true })
}
