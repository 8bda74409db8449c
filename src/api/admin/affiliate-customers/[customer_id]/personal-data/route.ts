import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import type AffiliateModuleService from "../../../../../modules/affiliate/service"
import { sendPersonalData } from "../../../../utils/personal-data"

/** Everything the plugin stores on a customer, as a file to hand over. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { customer_id } = req.params
  await sendPersonalData(
    res,
    { customer_id },
    await service.customerData(customer_id)
  )
}
