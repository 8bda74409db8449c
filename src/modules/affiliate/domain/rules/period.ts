/** Over what a cap per period counts. */
export const CAP_PERIODS = ["day", "week", "month", "all"] as const
export type CapPeriod = (typeof CAP_PERIODS)[number]

const DAYS_OF_WEEK = 7
/** ISO weeks begin on Monday; JavaScript's on Sunday. */
const MONDAY = 1

/** When the period of a moment begins, in UTC; for `all` the start of time. */
export const periodStart = (period: CapPeriod, moment: Date): Date => {
  const year = moment.getUTCFullYear()
  const month = moment.getUTCMonth()
  const day = moment.getUTCDate()
  switch (period) {
    case "day":
      return new Date(Date.UTC(year, month, day))
    case "week": {
      const since = (moment.getUTCDay() - MONDAY + DAYS_OF_WEEK) % DAYS_OF_WEEK
      return new Date(Date.UTC(year, month, day - since))
    }
    case "month":
      return new Date(Date.UTC(year, month, 1))
    case "all":
      return new Date(0)
  }
}
