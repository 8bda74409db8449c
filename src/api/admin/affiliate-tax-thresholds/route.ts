import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { TAX_CURRENCY } from "../../../modules/affiliate/domain/tax/thresholds"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { setTaxThresholdWorkflow } from "../../../workflows/tax"
import { AdminSetTaxThresholdType } from "./validators"

const readThresholds = async (container: MedusaContainer) => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  return (await service.taxThresholds()).map(({ amount, ...threshold }) => ({
    ...threshold,
    currency_code: TAX_CURRENCY,
    amount: amount.toNumber(),
  }))
}

/** From which year on which threshold holds, oldest first; `set` = by the store, not by the law as the plugin knows it. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({ tax_thresholds: await readThresholds(req.scope) })
}

/** Sets the threshold from a year on, and whether payouts wait for a tax form from there. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSetTaxThresholdType>,
  res: MedusaResponse
): Promise<void> => {
  await setTaxThresholdWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ tax_thresholds: await readThresholds(req.scope) })
}
