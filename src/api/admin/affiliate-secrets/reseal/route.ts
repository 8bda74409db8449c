import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { resealSecretsWorkflow } from "../../../../workflows/secrets"

/** Encrypts anew what an earlier key encrypted; where nothing is left, the earlier keys can go. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await resealSecretsWorkflow(req.scope).run({ input: {} })
  res.json({ secrets: result })
}
