import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import {
  deleteCreativeWorkflow,
  updateCreativeWorkflow,
} from "../../../../workflows/creatives"
import { checkDestination } from "../../../utils/allowed-hosts"
import { retrieveCreative } from "../helpers"
import { AdminUpdateCreativeType } from "../validators"

/** One creative. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    affiliate_creative: await retrieveCreative(req, req.params.id),
  })
}

/** Changes a creative, archives it, or offers it again. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateCreativeType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  checkDestination(req, req.validatedBody.destination_url)
  await updateCreativeWorkflow(req.scope).run({
    input: { ...req.validatedBody, id },
  })
  res.json({ affiliate_creative: await retrieveCreative(req, id) })
}

/** Deletes a creative and its image, also where that is embedded; archiving leaves it there. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await deleteCreativeWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "affiliate_creative", deleted: true })
}
