import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { daysBefore } from "../../../modules/affiliate/domain/figures/days"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { StoreTotals } from "../../../modules/affiliate/service-layers/figures"
import {
  balancesAnswer,
  figuresAnswer,
  storeCurrency,
  totalsAnswer,
} from "../../utils/figures"
import { AdminGetStatsParamsType } from "./validators"

/**
 * The figures of all affiliates: of some days beside as many days before, by
 * day, week or month, and by who brought most. They are the sums of what the
 * affiliates read themselves; what each means is in `docs/figures.md`.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetStatsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const {
    group_by,
    currency_code: asked,
    ...ends
  } = req.validatedQuery as AdminGetStatsParamsType
  const days = await service.figureDays(ends)
  const currency_code =
    asked ??
    (await service.mainCurrencyOfStore(days)) ??
    (await storeCurrency(req.scope))
  const { totals, previous, series, top, owed } = await service.storeStats(
    { days, currency_code },
    group_by
  )
  res.json({
    stats: {
      ...days,
      currency_code,
      currencies: owed.map((balance) => balance.currency_code),
      group_by,
      totals: storeTotalsAnswer(totals),
      previous: { ...daysBefore(days), ...storeTotalsAnswer(previous) },
      series: series.map(figuresAnswer),
      top_affiliates: top.map(({ affiliate, ...figures }) => ({
        affiliate,
        ...totalsAnswer(figures),
      })),
      funnel: {
        clicks: totals.figures.clicks,
        carts: totals.carts,
        orders: totals.figures.orders_in_all_currencies,
      },
      balances: balancesAnswer(owed),
    },
  })
}

const storeTotalsAnswer = (totals: StoreTotals) => ({
  ...totalsAnswer(totals.figures),
  adjustments: totals.adjustments.toNumber(),
  affiliates_active: totals.active,
  payouts: totals.payouts,
  payouts_paid: totals.payouts_paid.toNumber(),
})
