/** Whole days in UTC, the last included; each as `2026-11-20`. */
export interface Days {
  from: string
  to: string
}

/** The longest time that figures are reckoned for at once. */
export const DAYS_MAX = 400
/** How many days up to today, where none are named. */
export const DAYS_DEFAULT = 30

const DAY_MS = 24 * 60 * 60 * 1000

/** The day in UTC that a moment lies in. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

export const daysAfter = (day: string, days: number): string =>
  dayOf(new Date(Date.parse(day) + days * DAY_MS))

export const countDays = ({ from, to }: Days): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS + 1

/**
 * The days meant where one end or both are left out: up to today, and as many
 * as usual.
 */
export const daysMeant = (asked: Partial<Days>, today: string): Days => {
  const to = asked.to ?? today
  return { from: asked.from ?? daysAfter(to, 1 - DAYS_DEFAULT), to }
}

/** Why no figures are reckoned for these days; `null` = they are. */
export const problemOfDays = (days: Days): string | null => {
  if (days.from > days.to) {
    return `Field 'from' must not be after 'to': ${days.from} is after ${days.to}`
  }
  const count = countDays(days)
  return count > DAYS_MAX
    ? `Fields 'from' and 'to' must not be more than ${DAYS_MAX} days apart: they are ${count}`
    : null
}

/** As many days right before. */
export const daysBefore = (days: Days): Days => ({
  from: daysAfter(days.from, -countDays(days)),
  to: daysAfter(days.from, -1),
})

/** Each of the days, in their order. */
export const eachDay = (days: Days): string[] =>
  Array.from({ length: countDays(days) }, (_, index) =>
    daysAfter(days.from, index)
  )

export const PERIODS = ["day", "week", "month"] as const
export type Period = (typeof PERIODS)[number]

/** The first day of the period that a day lies in; weeks begin on Monday. */
export const firstDayOf = (period: Period, day: string): string => {
  if (period === "month") {
    return `${day.slice(0, 7)}-01`
  }
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7
  return period === "week" ? daysAfter(day, -sinceMonday) : day
}
