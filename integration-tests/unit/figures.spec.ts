import fc from "fast-check"
import {
  countDays,
  DAYS_MAX,
  daysAfter,
  daysBefore,
  daysMeant,
  eachDay,
  firstDayOf,
  PERIODS,
  problemOfDays,
  type Days,
} from "../../src/modules/affiliate/domain/figures/days"
import {
  addUp,
  conversionRateOf,
  figuresIn,
  NO_FIGURES,
  seriesOf,
  type Figures,
} from "../../src/modules/affiliate/domain/figures/figures"
import { toAmount } from "../../src/modules/affiliate/domain/money"

const days = (from: string, to: string): Days => ({ from, to })

const figures = (fields: Partial<Figures>): Figures => ({
  ...NO_FIGURES,
  ...fields,
})

const someDays: fc.Arbitrary<Days> = fc
  .tuple(
    fc.date({
      min: new Date("2001-01-01"),
      max: new Date("2900-01-01"),
      noInvalidDate: true,
    }),
    fc.integer({ min: 0, max: DAYS_MAX - 1 })
  )
  .map(([from, more]) => {
    const first = from.toISOString().slice(0, 10)
    return { from: first, to: daysAfter(first, more) }
  })

describe("the days meant", () => {
  test.each([
    [{}, days("2026-10-22", "2026-11-20")],
    [{ from: "2026-11-20" }, days("2026-11-20", "2026-11-20")],
    [{ to: "2026-03-01" }, days("2026-01-31", "2026-03-01")],
    [
      { from: "2024-02-01", to: "2024-02-29" },
      days("2024-02-01", "2024-02-29"),
    ],
  ])("by %j are up to today, and 30", (asked, meant) => {
    expect(daysMeant(asked, "2026-11-20")).toEqual(meant)
  })

  test("are refused the wrong way round and beyond the bound, and taken up to it", () => {
    expect(problemOfDays(days("2026-01-02", "2026-01-01"))).toContain("'from'")
    expect(problemOfDays(days("2026-01-01", "2026-01-01"))).toBeNull()
    const longest = daysAfter("2026-01-01", DAYS_MAX - 1)
    expect(problemOfDays(days("2026-01-01", longest))).toBeNull()
    expect(problemOfDays(days("2026-01-01", daysAfter(longest, 1)))).toContain(
      String(DAYS_MAX)
    )
  })

  test("have as many right before them, and none twice", () => {
    fc.assert(
      fc.property(someDays, (some) => {
        const before = daysBefore(some)
        expect(countDays(before)).toBe(countDays(some))
        expect(daysAfter(before.to, 1)).toBe(some.from)
        const both = [...eachDay(before), ...eachDay(some)]
        expect([...new Set(both)].sort()).toEqual(both)
      })
    )
  })
})

test.each([
  ["day", "2026-11-22", "2026-11-22"],
  ["week", "2026-11-22", "2026-11-16"],
  ["week", "2026-11-23", "2026-11-23"],
  ["week", "2027-01-01", "2026-12-28"],
  ["month", "2026-11-30", "2026-11-01"],
] as const)("the %s of %s begins on %s", (period, day, first) => {
  expect(firstDayOf(period, day)).toBe(first)
})

test("a series has every day, and adds up to the whole by day, week and month", () => {
  fc.assert(
    fc.property(
      someDays,
      fc.array(fc.tuple(fc.nat(900), fc.nat(99), fc.nat(99_999))),
      fc.constantFrom(...PERIODS),
      (some, found, period) => {
        const byDay = new Map(
          found.map(([after, orders, cents]) => [
            // Some of them outside.
            daysAfter(some.from, after - 200),
            figures({ orders, revenue: toAmount(cents).shiftedBy(-2) }),
          ])
        )
        const series = seriesOf(some, byDay, period)
        const inside = [...byDay].filter(
          ([day]) => day >= some.from && day <= some.to
        )
        const cents = inside.reduce(
          (all, [, { revenue }]) => all + Number(revenue.shiftedBy(2)),
          0
        )
        expect(addUp(series).revenue.shiftedBy(2).toNumber()).toBe(cents)
        expect(figuresIn(some, byDay)).toEqual(addUp(series))
        if (period === "day") {
          expect(series.map(({ date }) => date)).toEqual(eachDay(some))
        }
      }
    )
  )
})

test.each([
  [0, 0, 0],
  [0, 3, 0],
  [40, 1, 0.025],
  [3, 1, 0.3333],
  [1, 2, 2],
])(
  "of %d clicks %d orders are a rate of %d",
  (clicks, orders_in_all_currencies, rate) => {
    expect(
      conversionRateOf(figures({ clicks, orders_in_all_currencies }))
    ).toBe(rate)
  }
)
