import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../../../../modules/affiliate"
import type AffiliateModuleService from "../../../../../../modules/affiliate/service"
import { AdminRevealTaxNumbersType } from "../validators"

/** The tax numbers of an affiliate in clear. Who asked, when and why is kept for ever, before they are answered. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminRevealTaxNumbersType>,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const tax_numbers = await service.revealTaxNumbers({
    affiliate_id: req.params.id,
    reason: req.validatedBody.reason,
  })
  res.setHeader("cache-control", "no-store")
  res.json({ tax_numbers })
}
