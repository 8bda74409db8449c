import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import AffiliateModuleService from "../../../modules/affiliate/service"
import { agreementAnswer } from "./helpers"
import { ListAgreementsParamsType } from "./validators"

/** The versions of the affiliate's program, newest first, with what was accepted and what is due. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const affiliate_id = req.auth_context.actor_id
  const { limit, offset } = req.validatedQuery as ListAgreementsParamsType
  const { agreements, count } = await service.listAgreementsOf({
    affiliate_id,
    limit,
    offset,
  })
  const { due_version } = await service.agreementStandingOf(affiliate_id)
  res.json({
    agreements: agreements.map((agreement) =>
      agreementAnswer(agreement, due_version)
    ),
    due_version,
    count,
    offset,
    limit,
  })
}
