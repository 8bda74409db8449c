import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { releaseCommissionsWorkflow } from "../../../../workflows/commissions/release-commissions"
import { AdminReleaseCommissionsType } from "../validators"

/** Releases all that is due now; answers how many commissions that were. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminReleaseCommissionsType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await releaseCommissionsWorkflow(req.scope).run({
    input: {},
  })
  res.json({ released: result.released })
}
