import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { toAmount } from "../../../modules/affiliate/domain/money"
import AffiliateModuleService from "../../../modules/affiliate/service"
import { ListReferralsParamsType } from "./validators"

/** Those below the caller, with level, status and what their orders brought the caller. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { limit, offset } = req.validatedQuery as ListReferralsParamsType
  const { referrals, count } = await service.listReferrals({
    id: req.auth_context.actor_id,
    limit,
    offset,
  })
  res.json({
    affiliates: referrals.map((referral) => ({
      ...referral,
      commission: referral.commission.map(({ currency_code, amount }) => ({
        currency_code,
        amount: toAmount(amount).toNumber(),
      })),
    })),
    count,
    offset,
    limit,
  })
}
