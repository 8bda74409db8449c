import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { listChanges } from "./helpers"
import { AdminListChangesParamsType } from "./validators"

/** Who changed what, when, from what to what; newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListChangesParamsType>,
  res: MedusaResponse
): Promise<void> => {
  res.json(await listChanges(req.scope, req.filterableFields, req.queryConfig))
}
