import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { previewRuleWorkflow } from "../../../../workflows/rules"
import { AdminPreviewRuleType } from "../validators"

/** What an order owes now, and what it would owe with a rule that is not saved, and why. Changes nothing. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPreviewRuleType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await previewRuleWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({ ...result, trace: result.preview.trace })
}
