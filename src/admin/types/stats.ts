import type { CurrencyAmount, Ref } from "./common"

export type Figures = {
  clicks: number
  /** In the currency; those of all currencies are beside them. */
  orders: number
  orders_in_all_currencies: number
  revenue: number
  commission: number
}

/** The figures of some days. */
export type FigureTotals = Figures & {
  /** A fraction: 0.025 = one in forty. */
  conversion_rate: number
}

export type StatsTotals = FigureTotals & {
  adjustments: number
  affiliates_active: number
  payouts: number
  payouts_paid: number
}

export type StatsPeriod = "day" | "week" | "month"

export type Stats = {
  /** Days in UTC, the last included. */
  from: string
  to: string
  currency_code: string
  /** All that affiliates ever had orders or money in. */
  currencies: string[]
  group_by: StatsPeriod
  totals: StatsTotals
  /** Of as many days before. */
  previous: StatsTotals & { from: string; to: string }
  series: (Figures & { date: string })[]
  top_affiliates: (FigureTotals & { affiliate: Ref })[]
  funnel: { clicks: number; carts: number; orders: number }
}

export type StatsResponse = { stats: Stats }

export type StatsQuery = {
  from?: string
  to?: string
  currency_code?: CurrencyAmount["currency_code"]
  group_by?: StatsPeriod
}
