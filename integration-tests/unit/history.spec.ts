import fc from "fast-check"
import { sum } from "../../src/modules/affiliate/domain/money"
import { OrderSnapshot } from "../../src/modules/affiliate/domain/order-snapshot"
import { totalOf } from "../../src/modules/affiliate/domain/posting"
import { PinnedTerms } from "../../src/modules/affiliate/domain/terms"
import { asText, MemoryLedger } from "./support/ledger"
import { anyTerms, orders } from "./support/orders"

/** What can happen to an affiliate's money over the months, in any sequence. */
type Happening =
  | { what: "order"; index: number; order: OrderSnapshot }
  | { what: "replay"; index: number }
  | { what: "release"; index: number }
  | { what: "request"; percent: number }
  | { what: "advance"; index: number; to: "processing" | "paid" | "canceled" }

const ORDERS = 4
const dollars = orders.map((order) => ({ ...order, digits: 2 }))
const start = fc.tuple(dollars, dollars, dollars, dollars)
const index = fc.nat({ max: ORDERS - 1 })

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("order" as const),
      index,
      order: dollars,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant("replay" as const), index }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant("release" as const), index }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant("request" as const),
      percent: fc.integer({ min: 1, max: 100 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant("advance" as const),
      index,
      to: fc.constantFrom(
        "processing" as const,
        "paid" as const,
        "canceled" as const
      ),
    }),
  }
)
const histories = fc.array(happening, { maxLength: 25 })

function happen(ledger: MemoryLedger, one: Happening): void {
  switch (one.what) {
    case "order":
      return ledger.becomes(one.index, one.order)
    case "replay":
      return void ledger.reconcile(one.index)
    case "release":
      return ledger.release(one.index)
    case "request":
      return ledger.request(one.percent)
    case "advance":
      return ledger.advance(one.index, one.to)
  }
}

/** Lives through a history, looking after every step. */
function live(
  first: OrderSnapshot[],
  history: Happening[],
  terms: PinnedTerms,
  look: (ledger: MemoryLedger) => void = () => undefined
): MemoryLedger {
  const ledger = new MemoryLedger(first, terms)
  for (const one of history) {
    happen(ledger, one)
    look(ledger)
  }
  return ledger
}

const RUNS = { numRuns: 300 }

test("after every step each commission is exactly what its order owes as it stands", () => {
  fc.assert(
    fc.property(start, histories, anyTerms, (first, history, terms) => {
      live(first, history, terms, (ledger) => {
        ledger.commissions.forEach(({ sums }, which) => {
          expect(totalOf(sums).toFixed()).toBe(ledger.owed(which).toFixed())
        })
      })
    }),
    RUNS
  )
})

test("pending, requested and paid are never negative", () => {
  fc.assert(
    fc.property(start, histories, anyTerms, (first, history, terms) => {
      live(first, history, terms, (ledger) => {
        for (const account of ["pending", "requested", "paid"] as const) {
          expect(ledger.balance(account).gte(0)).toBe(true)
        }
      })
    }),
    RUNS
  )
})

test("a reconcile again, at any time, moves nothing", () => {
  fc.assert(
    fc.property(start, histories, anyTerms, (first, history, terms) => {
      live(first, history, terms, (ledger) => {
        ledger.commissions.forEach((_, which) => {
          expect(ledger.reconcile(which)).toEqual([])
        })
      })
    }),
    RUNS
  )
})

test("requested is what open payouts hold, paid what paid ones hold, and no payout that stands is worth nothing", () => {
  fc.assert(
    fc.property(start, histories, anyTerms, (first, history, terms) => {
      live(first, history, terms, (ledger) => {
        const held = (...statuses: string[]) =>
          sum(
            ledger.payouts
              .filter(({ status }) => statuses.includes(status))
              .flatMap(({ parts }) => parts.map((part) => part.amount))
          ).toFixed()
        expect(ledger.balance("requested").toFixed()).toBe(
          held("pending", "processing")
        )
        expect(ledger.balance("paid").toFixed()).toBe(held("paid"))
        for (const { status, parts } of ledger.payouts) {
          const worth = sum(parts.map((part) => part.amount))
          if (status !== "canceled") expect(worth.gt(0)).toBe(true)
        }
      })
    }),
    RUNS
  )
})

test("money that was sent, or is being sent, is never touched by what happens to an order", () => {
  fc.assert(
    fc.property(
      start,
      histories,
      anyTerms,
      dollars,
      (first, history, terms, order) => {
        const ledger = live(first, history, terms)
        const sent = () =>
          ledger.payouts
            .filter(
              ({ status }) => status === "processing" || status === "paid"
            )
            .map(({ id, parts }) => [
              id,
              sum(parts.map((part) => part.amount)).toFixed(),
            ])
        const before = sent()
        ledger.commissions.forEach((_, which) => ledger.becomes(which, order))
        expect(sent()).toEqual(before)
      }
    ),
    RUNS
  )
})

test("while nothing was released, where the money stands depends on the orders' last state alone", () => {
  const changes = fc.array(fc.tuple(index, dollars), { maxLength: 20 })
  fc.assert(
    fc.property(
      start,
      changes,
      start,
      anyTerms,
      (first, between, last, terms) => {
        const long = new MemoryLedger(first, terms)
        between.forEach(([which, order]) => long.becomes(which, order))
        last.forEach((order, which) => long.becomes(which, order))
        const short = new MemoryLedger(last, terms)
        expect(long.commissions.map(({ sums }) => asText(sums))).toEqual(
          short.commissions.map(({ sums }) => asText(sums))
        )
      }
    ),
    RUNS
  )
})

test("whatever else happened, all that was earned depends on the orders' last state alone", () => {
  fc.assert(
    fc.property(
      start,
      histories,
      histories,
      start,
      anyTerms,
      (first, one, other, last, terms) => {
        const totalAfter = (history: Happening[]) => {
          const ledger = live(first, history, terms)
          last.forEach((order, which) => ledger.becomes(which, order))
          return ledger.total().toFixed()
        }
        expect(totalAfter(one)).toBe(totalAfter(other))
      }
    ),
    RUNS
  )
})
