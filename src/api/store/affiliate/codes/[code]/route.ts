import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import type AffiliateModuleService from "../../../../../modules/affiliate/service"
import { noSuchCode } from "../../../../../workflows/codes/steps/find-active-code"

/** Whose a code is and what it gives, in any letter case. One answer for every code that does not work: 404. */
export const GET = async (
  req: MedusaStoreRequest,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const found = await service.findActiveCode(req.params.code)
  if (!found) {
    throw noSuchCode(req.params.code)
  }
  const {
    data: [code],
  } = await query.graph({
    entity: "affiliate_code",
    fields: ["id", "promotion.status"],
    filters: { id: found.id },
  })
  res.json({
    affiliate_code: {
      code: found.code,
      valid: true,
      // The merchant may have switched the promotion off: the code attributes, and gives nothing.
      discount_percent:
        code?.promotion?.status === "active" ? found.discount_percent : null,
      affiliate_name: found.affiliate_name,
      attribution_window_days: found.attribution_window_days,
    },
  })
}
