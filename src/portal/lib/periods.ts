/** Days of the calendar in UTC, as the store counts them. */

const DAY_MS = 24 * 60 * 60 * 1000

export const dayText = (moment: Date): string =>
  moment.toISOString().slice(0, 10)

export const daysAgo = (days: number, now = new Date()): string =>
  dayText(new Date(now.getTime() - days * DAY_MS))

export const PERIODS = [7, 30, 90, 365] as const
export type Period = (typeof PERIODS)[number]

/** So many days, today included. */
export const periodOf = (days: number) => ({
  from: daysAgo(days - 1),
  to: daysAgo(0),
})

/** The first and the last day of the month that a day is in, or of one before or after it. */
export function monthOf(offset = 0, now = new Date()) {
  const year = now.getUTCFullYear()
  const month = now.getUTCMonth() + offset
  return {
    from: dayText(new Date(Date.UTC(year, month, 1))),
    to: dayText(new Date(Date.UTC(year, month + 1, 0))),
  }
}
