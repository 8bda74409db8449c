import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { setBackupWithholdingWorkflow } from "../../../../../workflows/tax"
import { readTaxes } from "../tax-form/helpers"
import { AdminSetBackupWithholdingType } from "../tax-form/validators"

/** Says that payments to an affiliate are subject to backup withholding, or no more. Nothing is withheld by it. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSetBackupWithholdingType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await setBackupWithholdingWorkflow(req.scope).run({
    input: { ...req.validatedBody, affiliate_id: id },
  })
  res.json(await readTaxes(req.scope, id))
}
