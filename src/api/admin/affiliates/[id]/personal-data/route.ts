import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import type AffiliateModuleService from "../../../../../modules/affiliate/service"
import { sendPersonalData } from "../../../../utils/personal-data"

/** Everything stored on an affiliate, as a file to hand over. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { id } = req.params
  await sendPersonalData(
    res,
    { affiliate_id: id },
    await service.affiliateData(id)
  )
}
