import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import { Days } from "../../modules/affiliate/domain/figures/days"
import {
  conversionRateOf,
  Figures,
} from "../../modules/affiliate/domain/figures/figures"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { BalanceRow } from "../../modules/affiliate/sql/dashboard-figures"
import { currencyCode } from "./money-fields"
import { dayText } from "./time-fields"

/**
 * What figures are asked for: whole days in UTC, `to` included, by default the
 * last 30; and the currency of the money among them.
 */
export const figureParams = () => ({
  from: dayText().optional(),
  to: dayText().optional(),
  currency_code: currencyCode().optional(),
})

/** Figures as routes answer them: amounts are numbers in major units. */
export const figuresAnswer = <More extends object>({
  revenue,
  commission,
  ...figures
}: Figures & More) => ({
  ...figures,
  revenue: revenue.toNumber(),
  commission: commission.toNumber(),
})

/** Figures of some days, with how many clicks became orders. */
export const totalsAnswer = (figures: Figures) => ({
  ...figuresAnswer(figures),
  conversion_rate: conversionRateOf(figures),
})

/** Where money stands in each currency, as routes answer it. */
export const balancesAnswer = (balances: BalanceRow[]) =>
  balances.map(({ currency_code, pending, available, requested, paid }) => ({
    currency_code,
    pending: Number(pending),
    available: Number(available),
    requested: Number(requested),
    paid: Number(paid),
  }))

/** The currency of an affiliate's figures: the one asked for, that of most of its orders then, or what the store sells in. */
export const affiliateCurrency = async (
  container: MedusaContainer,
  affiliate_id: string,
  days: Days,
  asked: string | undefined
): Promise<string> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  return (
    asked ??
    (await service.mainCurrencyOfAffiliate(affiliate_id, days)) ??
    (await storeCurrency(container))
  )
}

/** What the store sells in, for whoever has no money yet. */
export const storeCurrency = async (
  container: MedusaContainer
): Promise<string> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [store],
  } = await query.graph({
    entity: "store",
    fields: [
      "supported_currencies.currency_code",
      "supported_currencies.is_default",
    ],
  })
  const currencies: { currency_code: string; is_default: boolean }[] =
    store?.supported_currencies ?? []
  const first = currencies.find(({ is_default }) => is_default) ?? currencies[0]
  return first?.currency_code ?? "usd"
}
