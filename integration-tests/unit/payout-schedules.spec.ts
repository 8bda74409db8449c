import fc from "fast-check"
import {
  PayoutSchedule,
  problemOfSchedule,
} from "../../src/modules/affiliate/domain/payout-batches/schedule"
import {
  dueRun,
  lastRun,
  momentOf,
  nextRun,
} from "../../src/modules/affiliate/domain/payout-batches/schedule-runs"

const at = (text: string) => new Date(text)

const weekly = (
  weekday: number,
  hour = 9,
  time_zone = "Europe/Berlin"
): PayoutSchedule => ({
  every: "week",
  weekday,
  hour,
  time_zone,
  start: "approval",
})

const halfMonthly = (
  days: number[],
  hour = 9,
  time_zone = "Europe/Berlin"
): PayoutSchedule => ({
  every: "half_month",
  days,
  hour,
  time_zone,
  start: "approval",
})

const monthly = (
  day: number,
  hour = 9,
  time_zone = "Europe/Berlin"
): PayoutSchedule => ({
  every: "month",
  day,
  hour,
  time_zone,
  start: "approval",
})

/** The next so many runs. */
const runs = (schedule: PayoutSchedule, after: string, count: number) => {
  const found: string[] = []
  let moment = at(after)
  for (let i = 0; i < count; i++) {
    moment = nextRun(schedule, moment)
    found.push(moment.toISOString())
  }
  return found
}

describe("a schedule runs", () => {
  test("every week on its day, at the hour of its own clocks, summer and winter", () => {
    // Clocks go back on Sunday, 25 October 2026.
    expect(runs(weekly(5), "2026-10-15T00:00:00Z", 3)).toEqual([
      "2026-10-16T07:00:00.000Z",
      "2026-10-23T07:00:00.000Z",
      "2026-10-30T08:00:00.000Z",
    ])
  })

  test("twice a month, on the 1st and the 15th", () => {
    expect(runs(halfMonthly([1, 15]), "2026-01-01T08:00:00Z", 3)).toEqual([
      "2026-01-15T08:00:00.000Z",
      "2026-02-01T08:00:00.000Z",
      "2026-02-15T08:00:00.000Z",
    ])
  })

  test("on the last day of a month that has not the day asked for", () => {
    expect(runs(monthly(31), "2028-01-31T08:00:00Z", 3)).toEqual([
      "2028-02-29T08:00:00.000Z",
      "2028-03-31T07:00:00.000Z",
      "2028-04-30T07:00:00.000Z",
    ])
  })

  test("once on the last day, where both its days are that", () => {
    expect(runs(halfMonthly([30, 31]), "2026-01-31T12:00:00Z", 3)).toEqual([
      "2026-02-28T08:00:00.000Z",
      "2026-03-30T07:00:00.000Z",
      "2026-03-31T07:00:00.000Z",
    ])
  })

  test("by the calendar of its place, not of Greenwich", () => {
    expect(
      nextRun(monthly(1, 0, "Pacific/Auckland"), at("2026-06-15T00:00:00Z"))
    ).toEqual(at("2026-06-30T12:00:00Z"))
    expect(
      nextRun(monthly(1, 23, "Pacific/Honolulu"), at("2026-06-15T00:00:00Z"))
    ).toEqual(at("2026-07-02T09:00:00Z"))
  })

  test("after a moment, not at it", () => {
    const run = at("2026-10-16T07:00:00Z")
    expect(nextRun(weekly(5), new Date(run.getTime() - 1))).toEqual(run)
    expect(nextRun(weekly(5), run)).toEqual(at("2026-10-23T07:00:00Z"))
    expect(lastRun(weekly(5), run)).toEqual(run)
    expect(lastRun(weekly(5), new Date(run.getTime() - 1))).toEqual(
      at("2026-10-09T07:00:00Z")
    )
  })
})

describe("an hour that the clocks", () => {
  const day = (text: string) => {
    const [year, month, day] = text.split("-").map(Number)
    return { year, month, day }
  }

  test.each([
    ["skip", "2026-03-29", 2, "Europe/Berlin", "2026-03-29T01:00:00Z"],
    ["skip", "2026-03-08", 2, "America/New_York", "2026-03-08T07:00:00Z"],
    [
      "skip at midnight",
      "2026-09-06",
      0,
      "America/Santiago",
      "2026-09-06T04:00:00Z",
    ],
    [
      "skip by two hours",
      "2026-03-29",
      2,
      "Antarctica/Troll",
      "2026-03-29T01:00:00Z",
    ],
    [
      "skip by half an hour",
      "2026-10-04",
      2,
      "Australia/Lord_Howe",
      "2026-10-03T15:30:00Z",
    ],
    [
      "skip with the whole day",
      "2011-12-30",
      9,
      "Pacific/Apia",
      "2011-12-30T10:00:00Z",
    ],
  ])(
    "%s (%s %i:00 %s) is the moment after the gap",
    (_, date, hour, zone, moment) => {
      expect(momentOf(day(date), hour, zone)).toEqual(at(moment))
    }
  )

  test.each([
    ["Europe/Berlin", "2026-10-25", 2, "2026-10-25T00:00:00Z"],
    ["America/New_York", "2026-11-01", 1, "2026-11-01T05:00:00Z"],
    ["Antarctica/Troll", "2026-10-25", 2, "2026-10-25T00:00:00Z"],
  ])(
    "show twice (%s %s %i:00) is the first time, once",
    (zone, date, hour, moment) => {
      expect(momentOf(day(date), hour, zone)).toEqual(at(moment))
      const everyMonth = monthly(day(date).day, hour, zone)
      const next = nextRun(everyMonth, at(moment))
      expect(next.getTime() - at(moment).getTime()).toBeGreaterThan(
        27 * 24 * 60 * 60 * 1000
      )
    }
  )
})

describe("what is due", () => {
  test("is nothing before its time, and the run at its time", () => {
    const next = at("2026-10-16T07:00:00Z")
    expect(dueRun(weekly(5), next, new Date(next.getTime() - 1))).toBeNull()
    expect(dueRun(weekly(5), next, next)).toEqual({
      scheduled_for: next,
      next_at: at("2026-10-23T07:00:00Z"),
    })
  })

  test("of many missed runs is the last one, once", () => {
    const missed = dueRun(
      weekly(5),
      at("2026-07-03T07:00:00Z"),
      at("2026-10-20T00:00:00Z")
    )
    expect(missed).toEqual({
      scheduled_for: at("2026-10-16T07:00:00Z"),
      next_at: at("2026-10-23T07:00:00Z"),
    })
    expect(
      dueRun(weekly(5), missed!.next_at, at("2026-10-20T00:01:00Z"))
    ).toBeNull()
  })
})

describe("whatever the schedule, the place and the moment", () => {
  const ZONES = [
    "UTC",
    "Europe/Berlin",
    "Europe/Dublin",
    "America/New_York",
    "America/Santiago",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Asia/Gaza",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
    "Pacific/Apia",
    "Pacific/Chatham",
  ]
  const base = {
    hour: fc.integer({ min: 0, max: 23 }),
    time_zone: fc.constantFrom(...ZONES),
    start: fc.constant("approval" as const),
  }
  const days = fc.integer({ min: 1, max: 31 })
  const schedules: fc.Arbitrary<PayoutSchedule> = fc.oneof(
    fc.record({
      ...base,
      every: fc.constant("week" as const),
      weekday: fc.integer({ min: 1, max: 7 }),
    }),
    fc.record({
      ...base,
      every: fc.constant("half_month" as const),
      days: fc.uniqueArray(days, { minLength: 2, maxLength: 2 }),
    }),
    fc.record({ ...base, every: fc.constant("month" as const), day: days })
  )
  const moments = fc.date({
    min: at("2010-01-01T00:00:00Z"),
    max: at("2036-01-01T00:00:00Z"),
    noInvalidDate: true,
  })

  const LONGEST_DAYS = { week: 8.1, half_month: 31.1, month: 32.1 }
  const DAY_MS = 24 * 60 * 60 * 1000

  test("the next run is later, and none lies between: the last run before it is at the moment or earlier", () => {
    fc.assert(
      fc.property(schedules, moments, (schedule, moment) => {
        const next = nextRun(schedule, moment)
        expect(next.getTime()).toBeGreaterThan(moment.getTime())
        const last = lastRun(schedule, new Date(next.getTime() - 1))
        expect(last.getTime()).toBeLessThanOrEqual(moment.getTime())
        expect(nextRun(schedule, last)).toEqual(next)
        expect(next.getTime() - last.getTime()).toBeLessThanOrEqual(
          LONGEST_DAYS[schedule.every] * DAY_MS
        )
      }),
      { numRuns: 150 }
    )
  })

  /** What the clocks of a place show, by the machine's own knowledge. */
  const clocks = new Map(
    ZONES.map((timeZone) => [
      timeZone,
      new Intl.DateTimeFormat("en-GB", {
        timeZone,
        weekday: "short",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        hourCycle: "h23",
      }),
    ])
  )
  const clockOf = (moment: Date, timeZone: string) => {
    const parts = clocks.get(timeZone)!.formatToParts(moment)
    const part = (type: string) =>
      parts.find((found) => found.type === type)?.value ?? ""
    return {
      weekday: part("weekday"),
      day: Number(part("day")),
      hour: Number(part("hour")),
      minute: Number(part("minute")),
    }
  }
  const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  test("the clocks there show the hour, on a right day, but where they skip it", () => {
    let exact = 0
    let skipped = 0
    fc.assert(
      fc.property(schedules, moments, (schedule, moment) => {
        const next = nextRun(schedule, moment)
        const shown = clockOf(next, schedule.time_zone)
        if (shown.hour !== schedule.hour || shown.minute !== 0) {
          // A gap ends then: a millisecond before, the clocks showed an earlier time of day or the day before.
          const before = clockOf(
            new Date(next.getTime() - 1),
            schedule.time_zone
          )
          const jumped =
            (shown.hour * 60 +
              shown.minute -
              before.hour * 60 -
              before.minute +
              1440) %
            1440
          expect(jumped).toBeGreaterThan(1)
          skipped++
          return
        }
        exact++
        if (schedule.every === "week") {
          expect(shown.weekday).toBe(WEEKDAYS[schedule.weekday - 1])
          return
        }
        const wanted =
          schedule.every === "month" ? [schedule.day] : schedule.days
        const tomorrow = clockOf(
          new Date(next.getTime() + 26 * 60 * 60 * 1000),
          schedule.time_zone
        )
        const isLast = tomorrow.day <= 2
        expect(
          wanted.includes(shown.day) ||
            (isLast && Math.max(...wanted) > shown.day)
        ).toBe(true)
      }),
      { numRuns: 300 }
    )
    expect(exact).toBeGreaterThan(skipped)
  })

  test("every run is done once, however often and when the job looks", () => {
    fc.assert(
      fc.property(
        schedules,
        moments,
        fc.array(fc.integer({ min: 0, max: 60 * DAY_MS }), { maxLength: 20 }),
        (schedule, start, pauses) => {
          const done: number[] = []
          let next_at = nextRun(schedule, start)
          let now = start.getTime()
          for (const pause of pauses) {
            now += pause
            const due = dueRun(schedule, next_at, new Date(now))
            if (due) {
              done.push(due.scheduled_for.getTime())
              next_at = due.next_at
            }
            expect(next_at.getTime()).toBeGreaterThan(now)
          }
          expect(new Set(done).size).toBe(done.length)
          expect(done.every((run) => run > start.getTime() && run <= now)).toBe(
            true
          )
        }
      ),
      { numRuns: 50 }
    )
  })
})

describe("a schedule is refused", () => {
  test.each([
    ["with a place that is none", weekly(1, 9, "Europe/Berlln"), /time_zone/],
    ["with the same day twice", halfMonthly([15, 15]), /days/],
  ])("%s", (_, schedule, message) => {
    expect(problemOfSchedule(schedule, 1)).toMatch(message)
  })

  test("that runs at once, where two people have to approve", () => {
    const atOnce: PayoutSchedule = { ...weekly(1), start: "at_once" }
    expect(problemOfSchedule(atOnce, 2)).toMatch(/payout_schedule\.start/)
    expect(problemOfSchedule(atOnce, 1)).toBeNull()
  })

  test("for nothing else", () => {
    for (const schedule of [null, weekly(1), halfMonthly([1, 15]), monthly(31)])
      expect(problemOfSchedule(schedule, 1)).toBeNull()
  })
})
