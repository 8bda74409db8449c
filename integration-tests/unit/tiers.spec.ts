import fc from "fast-check"
import { toAmount, type Amount } from "../../src/modules/affiliate/domain/money"
import {
  figuresOf,
  measureOf,
  measuresOf,
  tierAbove,
  tierToBeIn,
  type RankedTier,
  type TierRequirement,
} from "../../src/modules/affiliate/domain/tiers"

const orders = (
  threshold: number,
  window_days: number | null = null
): TierRequirement => ({ metric: "orders", window_days, threshold })

const revenue = (
  threshold: number,
  currency_code = "usd"
): TierRequirement => ({
  metric: "revenue",
  window_days: 30,
  currency_code,
  threshold,
})

const tier = (
  id: string,
  rank: number,
  requirements: TierRequirement[],
  auto = true
): RankedTier => ({ id, rank, auto, requirements })

const BRONZE = tier("bronze", 0, [])
const SILVER = tier("silver", 1, [orders(3)])
const GOLD = tier("gold", 2, [orders(10), revenue(1000)])
const PARTNER = tier("partner", 9, [], false)
const LADDER = [GOLD, PARTNER, BRONZE, SILVER]
const STEEP = [SILVER, GOLD]

const having = (...found: [TierRequirement, number][]) =>
  new Map(
    found.map(([requirement, figure]) => [
      measureOf(requirement).key,
      toAmount(figure),
    ])
  )
const ORDERS = orders(0)
const REVENUE = revenue(0)

test.each<
  [
    what: string,
    current: string | null,
    tiers: RankedTier[],
    found: Map<string, Amount>,
    expected: string | null,
  ]
>([
  [
    "nothing brought: the tier that asks nothing",
    null,
    LADDER,
    having(),
    "bronze",
  ],
  [
    "nothing brought, and every tier asks something: none",
    null,
    STEEP,
    having(),
    null,
  ],
  [
    "exactly what is asked is enough",
    null,
    LADDER,
    having([ORDERS, 3]),
    "silver",
  ],
  ["one less is not", null, LADDER, having([ORDERS, 2]), "bronze"],
  [
    "several steps at once",
    "bronze",
    LADDER,
    having([ORDERS, 10], [REVENUE, 1000]),
    "gold",
  ],
  [
    "one of two requirements is not enough",
    "bronze",
    LADDER,
    having([ORDERS, 10], [REVENUE, 999.99]),
    "silver",
  ],
  [
    "the tier above is met where the one below is not",
    null,
    [tier("low", 1, [orders(5)]), tier("high", 2, [revenue(10)])],
    having([REVENUE, 10]),
    "high",
  ],
  [
    "down to what is still met",
    "gold",
    LADDER,
    having([ORDERS, 9], [REVENUE, 5000]),
    "silver",
  ],
  ["down to the tier that asks nothing", "gold", LADDER, having(), "bronze"],
  [
    "out of an automatic tier where none is met",
    "silver",
    STEEP,
    having([ORDERS, 2]),
    null,
  ],
  [
    "a tier given by hand stays, whatever was brought",
    "partner",
    LADDER,
    having([ORDERS, 99], [REVENUE, 9999]),
    "partner",
  ],
  ["a tier of nobody here stays", "elsewhere", LADDER, having(), "elsewhere"],
  [
    "nobody is put into a tier that is not automatic",
    "gold",
    [PARTNER, GOLD],
    having(),
    null,
  ],
  [
    "of equal ranks the one that the affiliate is in",
    "b",
    [tier("a", 1, []), tier("b", 1, [])],
    having(),
    "b",
  ],
  [
    "of equal ranks the first by id",
    null,
    [tier("b", 1, []), tier("a", 1, [])],
    having(),
    "a",
  ],
  [
    "another currency counts for nothing",
    null,
    [tier("eur", 1, [revenue(1, "eur")])],
    having([REVENUE, 500]),
    null,
  ],
  [
    "another window counts for nothing",
    null,
    [tier("month", 1, [orders(1, 30)])],
    having([ORDERS, 500]),
    null,
  ],
  ["no tiers", null, [], having(), null],
])("%s", (_, current, tiers, found, expected) => {
  expect(tierToBeIn(current, tiers, found)).toBe(expected)
})

test("a requirement is told beside what was found, as decimals", () => {
  expect(figuresOf(GOLD, having([REVENUE, 1000.1]))).toEqual([
    {
      tier_id: "gold",
      metric: "orders",
      window_days: null,
      currency_code: null,
      threshold: "10",
      found: "0",
      met: false,
    },
    {
      tier_id: "gold",
      metric: "revenue",
      window_days: 30,
      currency_code: "usd",
      threshold: "1000",
      found: "1000.1",
      met: true,
    },
  ])
})

test("what several requirements look at is measured once, and nothing for tiers given by hand", () => {
  const asked = [
    ...LADDER,
    tier("hand", 3, [orders(1, 7)], false),
    tier("upper", 4, [{ ...revenue(5), currency_code: "USD" }]),
  ]
  expect(
    measuresOf(asked)
      .map(({ key }) => key)
      .sort()
  ).toEqual(["orders/ever/any", "revenue/30/usd"])
})

test.each([
  ["from no tier the lowest", null, LADDER, "bronze"],
  ["the next one up, not the top", "bronze", LADDER, "silver"],
  ["none at the top", "gold", LADDER, null],
  ["none for who was put somewhere by hand", "partner", LADDER, null],
  ["none without automatic tiers", null, [PARTNER], null],
])("the tier ahead: %s", (_, current, tiers, expected) => {
  expect(tierAbove(current, tiers)?.id ?? null).toBe(expected)
})

const requirements = fc.array(
  fc.record({
    metric: fc.constantFrom(
      "orders" as const,
      "revenue" as const,
      "commission" as const
    ),
    window_days: fc.constantFrom(null, 30, 90),
    currency_code: fc.constantFrom(undefined, "usd", "eur"),
    threshold: fc.nat(20),
  }),
  { maxLength: 3 }
)
const ladders = fc
  .array(fc.record({ rank: fc.nat(4), auto: fc.boolean(), requirements }), {
    maxLength: 6,
  })
  .map((tiers) =>
    tiers.map((fields, index) => ({ ...fields, id: `t${index}` }))
  )
const worlds = fc.record({
  tiers: ladders,
  place: fc.nat(6),
  amounts: fc.array(fc.nat(25), { minLength: 18, maxLength: 18 }),
})

const standing = ({
  tiers,
  place,
  amounts,
}: {
  tiers: RankedTier[]
  place: number
  amounts: number[]
}) => ({
  tiers,
  current: tiers[place]?.id ?? null,
  found: new Map(
    measuresOf(tiers).map(({ key }, index) => [
      key,
      toAmount(amounts[index % amounts.length]!),
    ])
  ),
})

test("a tier given by hand is never left; otherwise it is the highest automatic one that is met", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { tiers, current, found } = standing(world)
      const reached = tierToBeIn(current, tiers, found)
      const of = (id: string | null) => tiers.find((tier) => tier.id === id)
      if (of(current)?.auto === false) {
        expect(reached).toBe(current)
        return
      }
      const met = tiers.filter(
        (tier) => tier.auto && figuresOf(tier, found).every(({ met }) => met)
      )
      expect(of(reached)?.rank).toBe(
        met.length ? Math.max(...met.map(({ rank }) => rank)) : undefined
      )
      if (reached !== null) expect(met.map(({ id }) => id)).toContain(reached)
    })
  )
})

test("a second review moves nobody, and the sequence of the tiers does not matter", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { tiers, current, found } = standing(world)
      const reached = tierToBeIn(current, tiers, found)
      expect(tierToBeIn(reached, tiers, found)).toBe(reached)
      expect(tierToBeIn(current, [...tiers].reverse(), found)).toBe(reached)
    })
  )
})

test("whoever brings more is never in a lower tier", () => {
  fc.assert(
    fc.property(worlds, fc.nat(10), (world, more) => {
      const { tiers, current, found } = standing(world)
      const rankWith = (figures: Map<string, Amount>) =>
        tiers.find(({ id }) => id === tierToBeIn(current, tiers, figures))
          ?.rank ?? -1
      const better = new Map(
        [...found].map(([key, figure]) => [key, figure.plus(more)])
      )
      expect(rankWith(better)).toBeGreaterThanOrEqual(rankWith(found))
    })
  )
})
