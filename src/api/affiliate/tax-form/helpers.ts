import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { fileTaxFormWorkflow } from "../../../workflows/tax"
import { FileTaxFormType } from "./validators"

/** The caller's taxes: the forms in force, numbers masked, and what payouts ask for. */
export const answerTaxProfile = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const tax_profile = await service.taxProfileOf(req.auth_context.actor_id)
  res.setHeader("cache-control", "no-store")
  res.json({ tax_form: tax_profile.tax_form, tax_profile })
}

/** Files a form, and answers the taxes as they stand then. */
export const fileTaxForm = async (
  req: AuthenticatedMedusaRequest<FileTaxFormType>,
  res: MedusaResponse
): Promise<void> => {
  await fileTaxFormWorkflow(req.scope).run({
    input: { ...req.validatedBody, affiliate_id: req.auth_context.actor_id },
  })
  res.status(201)
  await answerTaxProfile(req, res)
}
