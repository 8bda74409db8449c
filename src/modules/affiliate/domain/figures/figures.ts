import { Amount, sum, ZERO } from "../money"
import { Days, eachDay, firstDayOf, Period } from "./days"

/**
 * What happened in some time, or came from somewhere. Money is of one currency;
 * clicks have none, which is why the orders of all currencies are beside them.
 */
export interface Figures {
  /** Visits that count. */
  clicks: number
  /** Orders in the currency that are worth something still. */
  orders: number
  /** The same, whatever their currency. */
  orders_in_all_currencies: number
  /** What refunds have left of the commissionable worth of these orders. */
  revenue: Amount
  /** What orders placed then earn now. */
  commission: Amount
}

export const NO_FIGURES: Figures = {
  clicks: 0,
  orders: 0,
  orders_in_all_currencies: 0,
  revenue: ZERO,
  commission: ZERO,
}

const total = (numbers: number[]): number =>
  numbers.reduce((all, one) => all + one, 0)

export const addUp = (figures: Figures[]): Figures => ({
  clicks: total(figures.map(({ clicks }) => clicks)),
  orders: total(figures.map(({ orders }) => orders)),
  orders_in_all_currencies: total(
    figures.map(({ orders_in_all_currencies }) => orders_in_all_currencies)
  ),
  revenue: sum(figures.map(({ revenue }) => revenue)),
  commission: sum(figures.map(({ commission }) => commission)),
})

const RATE_DIGITS = 4

/**
 * Orders of all currencies for each click, as a fraction: 0.025 = one in forty.
 * More than 1 where orders came without a click, by a code; 0 without clicks.
 */
export const conversionRateOf = ({
  clicks,
  orders_in_all_currencies,
}: Figures): number =>
  clicks === 0
    ? 0
    : Number((orders_in_all_currencies / clicks).toFixed(RATE_DIGITS))

/** The sum of those days that are among the days. */
export const figuresIn = (
  days: Days,
  byDay: ReadonlyMap<string, Figures>
): Figures => addUp(eachDay(days).flatMap((day) => byDay.get(day) ?? []))

/** Figures of a day, or of the period that begins with it. */
export type DatedFigures = Figures & { date: string }

/** Every period that the days touch, those without anything too. */
export const seriesOf = (
  days: Days,
  byDay: ReadonlyMap<string, Figures>,
  period: Period = "day"
): DatedFigures[] => {
  const periods = new Map<string, Figures[]>()
  for (const day of eachDay(days)) {
    const date = firstDayOf(period, day)
    periods.set(date, [
      ...(periods.get(date) ?? []),
      byDay.get(day) ?? NO_FIGURES,
    ])
  }
  return [...periods].map(([date, figures]) => ({ date, ...addUp(figures) }))
}
