import type { StatsPeriod } from "../../../types"

export const PERIODS = ["7", "30", "90", "365"] as const
export type PeriodDays = (typeof PERIODS)[number]

const DAY_MS = 24 * 60 * 60 * 1000

/** The first of so many days up to today, in UTC as the store reckons. */
export const since = (days: PeriodDays): string =>
  new Date(Date.now() - (Number(days) - 1) * DAY_MS).toISOString().slice(0, 10)

/** What one bar of the chart stands for, so that there are not too many. */
export const groupOf = (days: PeriodDays): StatsPeriod =>
  days === "365" ? "month" : days === "90" ? "week" : "day"
