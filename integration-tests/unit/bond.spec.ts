import fc from "fast-check"
import {
  addMonths,
  bondOf,
  BondingOrder,
} from "../../src/modules/affiliate/domain/bond"

const day = (date: string): Date => new Date(`${date}T12:00:00.000Z`)

const order = (
  id: string,
  placed: string,
  parts: Partial<BondingOrder> = {}
): BondingOrder => ({
  order_id: `order_${id}`,
  affiliate_id: "aff_ada",
  placed_at: day(placed),
  canceled_at: null,
  trailing_months: null,
  ...parts,
})

describe("addMonths", () => {
  test.each([
    ["the same day of the next month", "2026-03-15", 1, "2026-04-15"],
    ["the last day of a shorter month", "2026-01-31", 1, "2026-02-28"],
    ["of a leap year", "2028-01-31", 1, "2028-02-29"],
    ["of a century that is no leap year", "2100-01-31", 1, "2100-02-28"],
    [
      "back to the full day where the month has it",
      "2026-01-31",
      2,
      "2026-03-31",
    ],
    ["a year later, from a leap day", "2028-02-29", 12, "2029-02-28"],
    ["over the end of the year", "2026-11-30", 3, "2027-02-28"],
    ["no months", "2026-05-31", 0, "2026-05-31"],
  ])("%s", (_name, from, months, to) => {
    expect(addMonths(day(from), months).toISOString()).toBe(
      day(to).toISOString()
    )
  })

  const dates = fc.date({
    min: new Date("2000-01-01T00:00:00Z"),
    max: new Date("2200-01-01T00:00:00Z"),
    noInvalidDate: true,
  })

  test("is that many calendar months later at the same time of day, on the same day or the month's last", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 240 }), (from, months) => {
        const to = addMonths(from, months)
        const passed =
          (to.getUTCFullYear() - from.getUTCFullYear()) * 12 +
          to.getUTCMonth() -
          from.getUTCMonth()
        expect(passed).toBe(months)
        expect(to.toISOString().slice(11)).toBe(from.toISOString().slice(11))
        const tomorrow = new Date(to.getTime() + 24 * 60 * 60 * 1000)
        const isLast = tomorrow.getUTCDate() === 1
        if (!isLast) expect(to.getUTCDate()).toBe(from.getUTCDate())
        expect(to.getUTCDate()).toBeLessThanOrEqual(from.getUTCDate())
      })
    )
  })

  test("leaves the date it was given alone", () => {
    const from = day("2026-01-31")
    addMonths(from, 1)
    expect(from).toEqual(day("2026-01-31"))
  })
})

describe("bondOf", () => {
  const bob = { affiliate_id: "aff_bob" }

  test("no attributed order, no bond", () => {
    expect(bondOf([])).toBeNull()
  })

  test("the first attributed order makes it, and a later one does not move it", () => {
    expect(
      bondOf([order("1", "2026-01-10"), order("2", "2026-02-10", bob)])
    ).toEqual({
      affiliate_id: "aff_ada",
      order_id: "order_1",
      starts_at: day("2026-01-10"),
      ends_at: null,
    })
  })

  test("it ends after the trailing months of the order that made it", () => {
    const bond = bondOf([order("1", "2026-01-31", { trailing_months: 1 })])
    expect(bond?.ends_at).toEqual(day("2026-02-28"))
  })

  test("no trailing months: it ends in the moment it begins", () => {
    const bond = bondOf([order("1", "2026-01-10", { trailing_months: 0 })])
    expect(bond?.ends_at).toEqual(day("2026-01-10"))
  })

  test.each([
    ["on its last day it still holds", "2026-02-10", "aff_ada", "order_1"],
    [
      "after its end the next attributed order makes a new one",
      "2026-02-11",
      "aff_bob",
      "order_2",
    ],
  ])("%s", (_name, placed, affiliate_id, order_id) => {
    const orders = [
      order("1", "2026-01-10", { trailing_months: 1 }),
      order("2", placed, { ...bob, trailing_months: 1 }),
    ]
    expect(bondOf(orders)).toMatchObject({ affiliate_id, order_id })
  })

  test("a cancelled order makes none", () => {
    expect(
      bondOf([order("1", "2026-01-10", { canceled_at: day("2026-01-11") })])
    ).toBeNull()
  })

  test("when the order that made it is cancelled, the next that stands makes it", () => {
    const orders = [
      order("1", "2026-01-10", { canceled_at: day("2026-03-01") }),
      order("2", "2026-02-10", bob),
    ]
    expect(bondOf(orders)).toMatchObject({
      affiliate_id: "aff_bob",
      order_id: "order_2",
    })
  })

  test("as it was at a moment, a later cancellation and a later order take nothing away", () => {
    const orders = [
      order("1", "2026-01-10", { canceled_at: day("2026-03-01") }),
      order("2", "2026-02-10", bob),
    ]
    expect(bondOf(orders, day("2026-02-20"))).toMatchObject({
      affiliate_id: "aff_ada",
    })
    expect(bondOf(orders, day("2026-03-01"))).toMatchObject({
      affiliate_id: "aff_bob",
    })
    expect(bondOf(orders, day("2026-01-09"))).toBeNull()
  })

  test("of two orders in the same moment, always the same one makes it", () => {
    const orders = [order("2", "2026-01-10"), order("1", "2026-01-10", bob)]
    expect(bondOf(orders)?.order_id).toBe("order_1")
    expect(bondOf(orders.reverse())?.order_id).toBe("order_1")
  })

  /** Orders of one buyer over two years. */
  const histories = fc
    .array(
      fc.record({
        day: fc.integer({ min: 0, max: 730 }),
        who: fc.constantFrom("aff_ada", "aff_bob", "aff_cid"),
        months: fc.constantFrom(null, 0, 1, 3, 12),
        canceledAfter: fc.oneof(
          fc.constant(null),
          fc.integer({ min: 0, max: 200 })
        ),
      }),
      { maxLength: 8 }
    )
    .map((rows) =>
      rows.map(
        ({ day: at, who, months, canceledAfter }, index): BondingOrder => {
          const placed_at = new Date(Date.UTC(2026, 0, 1 + at))
          return {
            order_id: `order_${index}`,
            affiliate_id: who,
            placed_at,
            canceled_at:
              canceledAfter === null
                ? null
                : new Date(Date.UTC(2026, 0, 1 + at + canceledAfter)),
            trailing_months: months,
          }
        }
      )
    )
  const moments = fc.option(
    fc
      .integer({ min: 0, max: 900 })
      .map((at) => new Date(Date.UTC(2026, 0, 1 + at))),
    { nil: undefined }
  )

  test("the order in which the orders are heard of does not matter", () => {
    const shuffled = histories.chain((orders) =>
      fc
        .shuffledSubarray(orders, { minLength: orders.length })
        .map((other) => ({ orders, other }))
    )
    fc.assert(
      fc.property(shuffled, moments, ({ orders, other }, at) => {
        expect(bondOf(other, at)).toEqual(bondOf(orders, at))
      })
    )
  })

  test("a cancelled order leaves no trace: as if it had never been", () => {
    fc.assert(
      fc.property(histories, (orders) => {
        const standing = orders.filter(
          ({ canceled_at }) => canceled_at === null
        )
        expect(bondOf(orders)).toEqual(bondOf(standing))
      })
    )
  })

  test("as it was at a moment it depends on what was known then only", () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 900 }), (orders, at) => {
        const moment = new Date(Date.UTC(2026, 0, 1 + at))
        const known = orders
          .filter(({ placed_at }) => placed_at <= moment)
          .map((one) => ({
            ...one,
            canceled_at:
              one.canceled_at && one.canceled_at <= moment
                ? one.canceled_at
                : null,
          }))
        expect(bondOf(orders, moment)).toEqual(bondOf(known))
      })
    )
  })

  test("a bond is made by a standing order, begins with it and lasts its trailing months", () => {
    fc.assert(
      fc.property(histories, (orders) => {
        const bond = bondOf(orders)
        if (!bond) {
          expect(orders.every(({ canceled_at }) => canceled_at !== null)).toBe(
            true
          )
          return
        }
        const maker = orders.find(({ order_id }) => order_id === bond.order_id)!
        expect(maker).toMatchObject({
          affiliate_id: bond.affiliate_id,
          canceled_at: null,
        })
        expect(bond.starts_at).toEqual(maker.placed_at)
        expect(bond.ends_at).toEqual(
          maker.trailing_months === null
            ? null
            : addMonths(maker.placed_at, maker.trailing_months)
        )
      })
    )
  })

  test("a bond for ever is never replaced", () => {
    fc.assert(
      fc.property(histories, (orders) => {
        const endless = orders.map((one) => ({ ...one, trailing_months: null }))
        const first = endless
          .filter(({ canceled_at }) => canceled_at === null)
          .sort(
            (a, b) =>
              a.placed_at.getTime() - b.placed_at.getTime() ||
              a.order_id.localeCompare(b.order_id)
          )[0]
        expect(bondOf(endless)?.order_id).toBe(first?.order_id)
      })
    )
  })
})
