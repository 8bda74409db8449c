import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { readTaxes } from "./helpers"

/** An affiliate's tax forms, numbers masked, and who looked at the numbers in clear. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.setHeader("cache-control", "no-store")
  res.json(await readTaxes(req.scope, req.params.id))
}
