import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { updateAffiliateWorkflow } from "../../../workflows/affiliates"
import { AffiliateUpdateProfileType } from "../validators"
import { retrieveProfile } from "./helpers"

/** The caller's own profile, with tier, status, codes and the agreement accepted. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    affiliate: await retrieveProfile(req.scope, req.auth_context.actor_id),
  })
}

/** Changes what an affiliate may change alone. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AffiliateUpdateProfileType>,
  res: MedusaResponse
): Promise<void> => {
  const id = req.auth_context.actor_id
  await updateAffiliateWorkflow(req.scope).run({
    input: { ...req.validatedBody, id },
  })
  res.json({ affiliate: await retrieveProfile(req.scope, id) })
}
