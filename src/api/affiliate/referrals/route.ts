import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { toAmount } from "../../../modules/affiliate/domain/money"
import AffiliateModuleService from "../../../modules/affiliate/service"
import {
  REFERRAL_COLUMNS,
  ReferralColumn,
} from "../../../modules/affiliate/sql/referrals"
import { searchFilter } from "../../utils/list-params"
import { ListReferralsParamsType } from "./validators"

/**
 * Those below the caller, with level, status and what their orders brought the caller; by level, status, time, or
 * words in what is shown of the name.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListReferralsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { limit, offset, order } = req.validatedQuery as ListReferralsParamsType
  const { q, ...filters } = req.filterableFields
  const { $or: [search] = [] } = searchFilter(q, ["name"])
  const { referrals, count } = await service.listReferrals({
    id: req.auth_context.actor_id,
    filters: { ...filters, ...search },
    order: orderOf(order),
    limit,
    offset,
  })
  const { fields } = req.queryConfig
  res.json({
    affiliates: referrals.map((referral) =>
      Object.fromEntries(
        Object.entries({
          ...referral,
          commission: referral.commission.map(({ currency_code, amount }) => ({
            currency_code,
            amount: toAmount(amount).toNumber(),
          })),
        }).filter(([field]) => fields.includes(field))
      )
    ),
    count,
    offset,
    limit,
  })
}

/** @throws invalid_data for what those below cannot be sorted by */
const orderOf = (order: string) => {
  const column = order.replace(/^-/, "")
  if (!isColumn(column)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Order field ${column} is not valid`
    )
  }
  return { column, descending: order !== column }
}

const isColumn = (name: string): name is ReferralColumn =>
  Object.hasOwn(REFERRAL_COLUMNS, name)
