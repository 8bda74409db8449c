import { DateTime } from "luxon"

import { PayoutSchedule } from "./schedule"

/** How far around a moment its neighbouring runs may be: a month, and what a calendar can skip. */
const MONTHS_AROUND = [-2, -1, 0, 1, 2]
const DAYS_AROUND = Array.from({ length: 19 }, (_, index) => index - 9)

interface CalendarDay {
  year: number
  month: number
  day: number
}

/**
 * The moment when the clocks of a place show an hour of a day. Where they show
 * it twice it is the first time, where they skip it the moment after the gap.
 */
export const momentOf = (
  { year, month, day }: CalendarDay,
  hour: number,
  time_zone: string
): Date => {
  const wanted = { year, month, day, hour }
  // Which of two equal hours luxon takes first depends on today's offset.
  const [first] = DateTime.fromObject(wanted, { zone: time_zone })
    .getPossibleOffsets()
    .sort((a, b) => a.toMillis() - b.toMillis())
  const skipped =
    wallClock(first) - wallClock(DateTime.fromObject(wanted, { zone: "utc" }))
  return skipped === 0 ? first.toJSDate() : endOfGap(first, skipped)
}

/** What the clocks show, as if it were UTC. */
const wallClock = (moment: DateTime): number =>
  moment.toMillis() + moment.offset * 60_000

/** The first moment with the offset that `after` has, at most `gap_ms` before it. */
const endOfGap = (after: DateTime, gap_ms: number): Date => {
  let before = after.toMillis() - gap_ms
  let found = after.toMillis()
  while (found - before > 1) {
    const middle = Math.floor((before + found) / 2)
    const { offset } = DateTime.fromMillis(middle, { zone: after.zone })
    if (offset === after.offset) {
      found = middle
    } else {
      before = middle
    }
  }
  return new Date(found)
}

const dayInMonth = (month: DateTime, day: number): CalendarDay => ({
  year: month.year,
  month: month.month,
  day: Math.min(day, month.daysInMonth ?? day),
})

/** The days around a moment on which the schedule runs. Reckoned without clocks: a day is a day. */
const daysAround = (schedule: PayoutSchedule, moment: Date): CalendarDay[] => {
  const there = DateTime.fromJSDate(moment, { zone: schedule.time_zone })
  const today = DateTime.utc(there.year, there.month, there.day)
  if (schedule.every === "week") {
    return DAYS_AROUND.map((days) => today.plus({ days }))
      .filter(({ weekday }) => weekday === schedule.weekday)
      .map(({ year, month, day }) => ({ year, month, day }))
  }
  const days = schedule.every === "month" ? [schedule.day] : [...schedule.days]
  return MONTHS_AROUND.flatMap((months) => {
    const month = today.startOf("month").plus({ months })
    return days.map((day) => dayInMonth(month, day))
  })
}

const runsAround = (schedule: PayoutSchedule, moment: Date): number[] =>
  daysAround(schedule, moment).map((day) =>
    momentOf(day, schedule.hour, schedule.time_zone).getTime()
  )

/** The first run after a moment, never at it. */
export const nextRun = (schedule: PayoutSchedule, after: Date): Date =>
  new Date(
    Math.min(
      ...runsAround(schedule, after).filter((run) => run > after.getTime())
    )
  )

/** The last run at a moment or before it. */
export const lastRun = (schedule: PayoutSchedule, until: Date): Date =>
  new Date(
    Math.max(
      ...runsAround(schedule, until).filter((run) => run <= until.getTime())
    )
  )

/**
 * What a schedule has to do now. Runs that were missed, because no server was
 * up, are caught up by the last of them alone.
 *
 * @param next_at when it was to run next
 * @returns `null` = nothing is due yet
 */
export const dueRun = (
  schedule: PayoutSchedule,
  next_at: Date,
  now: Date
): { scheduled_for: Date; next_at: Date } | null => {
  if (next_at > now) {
    return null
  }
  const last = lastRun(schedule, now)
  return {
    scheduled_for: last > next_at ? last : next_at,
    next_at: nextRun(schedule, now),
  }
}
