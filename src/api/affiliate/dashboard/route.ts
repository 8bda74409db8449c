import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { daysBefore } from "../../../modules/affiliate/domain/figures/days"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import {
  affiliateCurrency,
  balancesAnswer,
  figuresAnswer,
  totalsAnswer,
} from "../../utils/figures"
import { nextTierOf } from "./next-tier"
import { GetDashboardParamsType } from "./validators"

/**
 * The caller's figures of some days beside as many days before, day by day and
 * by where they came from, with balances, milestones and the way to the next
 * tier. What each figure means is in `docs/figures.md`.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetDashboardParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const affiliate_id = req.auth_context.actor_id
  const { currency_code: asked, ...ends } =
    req.validatedQuery as GetDashboardParamsType
  const days = await service.figureDays(ends)
  const currency_code = await affiliateCurrency(
    req.scope,
    affiliate_id,
    days,
    asked
  )
  const dashboard = await service.affiliateDashboard(affiliate_id, {
    days,
    currency_code,
  })
  const { balances } = dashboard
  res.json({
    dashboard: {
      ...days,
      currency_code,
      currencies: balances.map((balance) => balance.currency_code),
      balances: balancesAnswer(balances),
      ...totalsAnswer(dashboard.figures),
      adjustments: dashboard.adjustments.toNumber(),
      previous: { ...daysBefore(days), ...totalsAnswer(dashboard.previous) },
      series: dashboard.series.map(figuresAnswer),
      by_campaign: dashboard.byCampaign.map(figuresAnswer),
      by_sub_id: dashboard.bySubId.map(figuresAnswer),
      by_link: dashboard.byLink.map(figuresAnswer),
      milestones: dashboard.milestones.map((milestone) => ({
        ...milestone,
        threshold: Number(milestone.threshold),
        earned: Number(milestone.earned),
      })),
      next_tier: await nextTierOf(req.scope, affiliate_id),
    },
  })
}
