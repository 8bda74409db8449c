import { entitlementsOf } from "../../src/modules/affiliate/domain/entitlement"
import { entitlementTrace } from "../../src/modules/affiliate/domain/entitlement-trace"
import { toAmount } from "../../src/modules/affiliate/domain/money"
import { OrderSnapshot } from "../../src/modules/affiliate/domain/order-snapshot"
import { rulesOfOrder } from "../../src/modules/affiliate/domain/rules/match"
import { periodStart } from "../../src/modules/affiliate/domain/rules/period"
import { periodClaimsOf } from "../../src/modules/affiliate/domain/rules/period-claims"
import { resolveLine } from "../../src/modules/affiliate/domain/rules/resolve"
import {
  AttributeValues,
  Rule,
  RULE_ATTRIBUTES,
  Rulebook,
} from "../../src/modules/affiliate/domain/rules/rule"
import { PinnedTerms } from "../../src/modules/affiliate/domain/terms"
import { line, snapshot, terms } from "./support/orders"
import { book, not, only, rule } from "./support/rules"

const winner = (rules: Rule[], has: AttributeValues, contract = false) =>
  resolveLine(rules, has, { currency_code: "usd", contract })

const usd = (amount: number) => [{ currency_code: "usd", amount }]

describe("a condition", () => {
  const cases: [string, Rule["conditions"], AttributeValues, boolean][] = [
    ["none", [], {}, true],
    ["one of its values", [only("tag", "a", "b")], { tag: ["b", "c"] }, true],
    ["none of its values", [only("tag", "a")], { tag: ["c"] }, false],
    ["no value at all", [only("tag", "a")], {}, false],
    ["negated, one of its values", [not("tag", "a")], { tag: ["a"] }, false],
    ["negated, another value", [not("tag", "a")], { tag: ["b"] }, true],
    ["negated, no value at all", [not("tag", "a")], {}, true],
    [
      "two, of which one holds",
      [only("tag", "a"), only("region", "de")],
      { tag: ["a"], region: ["us"] },
      false,
    ],
    [
      "two that hold",
      [only("tag", "a"), not("region", "de")],
      { tag: ["a"], region: ["us"] },
      true,
    ],
    [
      "an ancestor of the category",
      [only("category", "clothes")],
      { category: ["shirts", "clothes"] },
      true,
    ],
  ]

  test.each(cases)("with %s", (_name, conditions, has, holds) => {
    const one = rule({ conditions })
    expect(winner([one], has).rule).toBe(holds ? one : null)
  })
})

describe("of the rules that apply to a line", () => {
  const has: AttributeValues = Object.fromEntries(
    RULE_ATTRIBUTES.map((attribute) => [attribute, ["x"]])
  )

  test("the one for a more specific attribute wins, down the whole ranking, however old", () => {
    const ranked = RULE_ATTRIBUTES.map((attribute) =>
      rule({ conditions: [only(attribute, "x")] })
    )
    ranked.forEach((expected, index) => {
      const left = ranked.slice(index)
      expect(winner([...left].reverse(), has).rule).toBe(expected)
    })
  })

  test("one specific attribute outweighs all less specific ones together", () => {
    const product = rule({ conditions: [only("product", "x")] })
    const rest = rule({
      conditions: RULE_ATTRIBUTES.slice(2).map((attribute) =>
        only(attribute, "x")
      ),
    })
    expect(winner([rest, product], has).rule).toBe(product)
  })

  test("more attributes go before fewer, and negated ones count after all others", () => {
    const general = rule()
    const negated = rule({ conditions: [not("variant", "other")] })
    const region = rule({ conditions: [only("region", "x")] })
    const both = rule({
      conditions: [only("region", "x"), not("tag", "other")],
    })
    const of = (...rules: Rule[]) => winner(rules, has).rule
    expect(of(general, negated)).toBe(negated)
    expect(of(negated, region)).toBe(region)
    expect(of(region, both)).toBe(both)
  })

  test("the one published last wins among equals", () => {
    const older = rule({ conditions: [only("tag", "x")] })
    const newer = rule({ conditions: [only("tag", "x", "y")] })
    expect(winner([newer, older], has)).toMatchObject({
      rule: newer,
      refused: [{ rule: older, refusal: { reason: "older" } }],
    })
  })

  test("an exclusion wins among equals, and loses to a more specific inclusion", () => {
    const excluded = rule({
      exclude: true,
      conditions: [only("category", "x")],
    })
    const equal = rule({ conditions: [only("category", "x")] })
    const product = rule({ conditions: [only("product", "x")] })
    expect(winner([equal, excluded], has)).toMatchObject({
      rule: null,
      excluded_by: excluded,
      refused: [{ rule: equal, refusal: { reason: "exclusion_first" } }],
    })
    expect(winner([equal, excluded, product], has)).toMatchObject({
      rule: product,
      excluded_by: null,
      refused: [
        { rule: excluded, refusal: { reason: "less_specific" } },
        { rule: equal, refusal: { reason: "less_specific" } },
      ],
    })
  })

  test("a fixed rule without an amount in the currency leaves the line to the next best", () => {
    const euros = rule({
      commission_type: "fixed_per_item",
      fixed_values: [{ currency_code: "eur", amount: 5 }],
      conditions: [only("product", "x")],
    })
    const next = rule()
    expect(winner([euros, next], has)).toMatchObject({
      rule: next,
      refused: [{ rule: euros, refusal: { reason: "currency" } }],
    })
  })

  test("none pays where the affiliate has a contract, but what is excluded stays so", () => {
    const paid = rule({ conditions: [only("product", "x")] })
    const excluded = rule({ exclude: true, conditions: [only("tag", "x")] })
    expect(winner([paid], has, true)).toMatchObject({
      rule: null,
      excluded_by: null,
      refused: [{ rule: paid, refusal: { reason: "contract" } }],
    })
    expect(winner([excluded], has, true).excluded_by).toBe(excluded)
    expect(winner([paid, excluded], has, true).excluded_by).toBeNull()
  })
})

test("what holds for the whole order parts the rules that may apply from those that never will", () => {
  const region = rule({ conditions: [only("region", "de")] })
  const goods = rule({
    conditions: [only("region", "us"), only("product", "x")],
  })
  const euros = rule({
    commission_type: "fixed_per_order",
    fixed_values: [{ currency_code: "eur", amount: 5 }],
  })
  expect(
    rulesOfOrder([region, goods, euros], { region: ["us"] }, "usd")
  ).toEqual({
    kept: [goods],
    refused: [
      {
        rule: region,
        mismatch: { reason: "condition", attribute: "region", negate: false },
      },
      { rule: euros, mismatch: { reason: "currency" } },
    ],
  })
})

describe("what an order owes by rules", () => {
  const items = [
    line("shirt", { quantity: 2, net: 180 }),
    line("mug", { quantity: 1, net: 18 }),
  ]
  const order = (parts: Partial<OrderSnapshot> = {}): OrderSnapshot =>
    snapshot({
      items,
      total: toAmount(198),
      total_before_refunds: toAmount(198),
      ...parts,
    })
  const goods = { shirt: { product: ["shirt"] }, mug: { product: ["mug"] } }
  const owed = (
    rules: Rule[],
    parts: Partial<OrderSnapshot> = {},
    pinned: Partial<PinnedTerms> = {},
    grants?: Map<string, ReturnType<typeof toAmount>>
  ) =>
    entitlementsOf(
      order(parts),
      "aff_ada",
      terms(pinned),
      book(rules, goods),
      grants
    )
  const first = (result: ReturnType<typeof owed>) => {
    const { amount, lines } = result.entitlements[0]!
    return {
      amount: amount.toFixed(2),
      ...Object.fromEntries(
        lines.map((one) => [one.order_line_id, one.amount.toFixed(2)])
      ),
    }
  }
  const shirts = [only("product", "shirt")]
  const everything = [not("product", "nothing")]

  test("a percentage of the lines it applies to; the rest by the program's terms", () => {
    expect(
      first(owed([rule({ commission_value: "5", conditions: shirts })]))
    ).toEqual({ amount: "12.60", shirt: "9.00", mug: "3.60" })
  })

  test("goes before the affiliate's own percentage", () => {
    expect(
      first(
        owed(
          [rule({ commission_value: "5", conditions: shirts })],
          {},
          { rate_source: "affiliate", commission_value: "50" }
        )
      )
    ).toEqual({ amount: "18.00", shirt: "9.00", mug: "9.00" })
  })

  test("a fixed amount for each unit that is kept and worth something", () => {
    const perItem = rule({
      commission_type: "fixed_per_item",
      commission_value: "3",
      conditions: everything,
    })
    expect(first(owed([perItem]))).toEqual({
      amount: "9.00",
      shirt: "6.00",
      mug: "3.00",
    })
    expect(
      first(
        owed([perItem], {
          items: [
            line("shirt", { quantity: 2, net: 0 }),
            line("mug", { net: 18 }),
          ],
        })
      )
    ).toEqual({ amount: "3.00", shirt: "0.00", mug: "3.00" })
  })

  test("a fixed amount once for all its lines, shared by their worth; nothing where they are worth nothing", () => {
    const perOrder = rule({
      commission_type: "fixed_per_order",
      commission_value: "11",
      conditions: everything,
    })
    expect(first(owed([perOrder]))).toEqual({
      amount: "11.00",
      shirt: "10.00",
      mug: "1.00",
    })
    expect(
      first(owed([perOrder], { items: [line("mug", { net: 0 })] }))
    ).toEqual({ amount: "0.00", mug: "0.00" })
  })

  test("a fixed rule pays the amount of the order's currency", () => {
    const amounts = [...usd(7), { currency_code: "eur", amount: 9 }]
    expect(
      first(
        owed([
          rule({
            commission_type: "fixed_per_order",
            commission_value: "0",
            fixed_values: amounts,
            conditions: shirts,
          }),
        ])
      )
    ).toEqual({ amount: "10.60", shirt: "7.00", mug: "3.60" })
  })

  test("what is excluded is worth nothing, also to the levels above", () => {
    const result = owed(
      [rule({ exclude: true, conditions: shirts })],
      {},
      {
        levels: [
          { level: 2, affiliate_id: "aff_up", percent: "10", basis: "order" },
          {
            level: 3,
            affiliate_id: "aff_top",
            percent: "50",
            basis: "commission",
          },
        ],
      }
    )
    expect(result.base_total.toFixed()).toBe("18")
    expect(
      result.entitlements.map(({ amount, lines }) => [
        amount.toFixed(2),
        lines[0]!.amount.toFixed(2),
        lines[0]!.base.toFixed(),
      ])
    ).toEqual([
      ["3.60", "0.00", "0"],
      ["1.80", "0.00", "0"],
      ["1.80", "0.00", "0"],
    ])
  })

  test("is rounded once, not rule by rule", () => {
    const thirds = ["a", "b", "c"].map((id) => line(id, { net: "0.05" }))
    const rules = ["a", "b", "c"].map((id) =>
      rule({ commission_value: "10", conditions: [only("product", id)] })
    )
    const { entitlements } = entitlementsOf(
      order({ items: thirds }),
      "aff_ada",
      terms(),
      book(
        rules,
        Object.fromEntries(["a", "b", "c"].map((id) => [id, { product: [id] }]))
      )
    )
    expect(entitlements[0]!.amount.toFixed()).toBe("0.02")
    expect(
      entitlements[0]!.lines.map(({ amount }) => amount.toFixed(2)).sort()
    ).toEqual(["0.00", "0.01", "0.01"])
  })

  test("a cap per order holds after goodwill refunds, in its own currency only", () => {
    const capped = rule({
      commission_value: "50",
      conditions: shirts,
      cap_per_order: usd(40),
    })
    expect(first(owed([capped]))).toMatchObject({ shirt: "40.00" })
    // Half of 90 is 45, still more than the cap.
    expect(first(owed([capped], { total: toAmount(99) }))).toEqual({
      amount: "41.80",
      shirt: "40.00",
      mug: "1.80",
    })
    expect(
      first(
        owed([
          { ...capped, cap_per_order: [{ currency_code: "eur", amount: 1 }] },
        ])
      )
    ).toMatchObject({ shirt: "90.00" })
  })

  test("lines never get a cent over a cap, whatever the other lines leave over", () => {
    const ids = ["a", "b", "c", "d", "e", "f"]
    const capped = rule({
      commission_value: "100",
      conditions: [only("product", "a", "b", "c")],
      cap_per_order: usd(1),
    })
    const rest = rule({
      commission_value: "100",
      conditions: [only("product", "d", "e", "f")],
    })
    const { entitlements } = entitlementsOf(
      order({
        items: ids.map((id) => line(id, { net: id < "d" ? "0.5" : "0.3333" })),
      }),
      "aff_ada",
      terms(),
      book(
        [capped, rest],
        Object.fromEntries(ids.map((id) => [id, { product: [id] }]))
      )
    )
    const amounts = entitlements[0]!.lines.map(({ amount }) =>
      amount.toNumber()
    )
    expect(entitlements[0]!.amount.toFixed()).toBe("2")
    expect(amounts.slice(0, 3).sort()).toEqual([0.33, 0.33, 0.34])
  })

  test("a cap per period lets the lines have what was granted", () => {
    const capped = rule({
      commission_value: "50",
      conditions: shirts,
      cap_per_period: { period: "month", values: usd(100) },
    })
    expect(periodClaimsOf(order(), terms(), book([capped], goods))).toEqual([
      {
        rule_id: capped.rule_id,
        period_start: new Date("2026-03-01T00:00:00Z"),
        cap: toAmount(100),
        earned: toAmount(90),
      },
    ])
    const grants = new Map([[capped.rule_id, toAmount("12.34")]])
    const result = owed([capped], {}, {}, grants)
    expect(first(result)).toEqual({
      amount: "15.94",
      shirt: "12.34",
      mug: "3.60",
    })
    expect(
      entitlementTrace(order(), result).map(({ facts }) => facts)
    ).toContainEqual({
      kind: "rule_cap",
      rule_id: capped.rule_id,
      rule_name: capped.name,
      version: 1,
      of: "period",
      period: "month",
      earned: "90.00",
      granted: "12.34",
      currency_code: "usd",
    })
  })

  test("a cancelled order takes nothing of a cap", () => {
    const capped = rule({ cap_per_period: { period: "all", values: usd(100) } })
    const [claim] = periodClaimsOf(
      order({ canceled_at: new Date() }),
      terms(),
      book([capped], goods)
    )
    expect(claim!.earned.toFixed()).toBe("0")
  })

  test("the trace says of each line which rule applied and why others did not", () => {
    const applied = rule({ conditions: shirts })
    const excluded = rule({
      exclude: true,
      conditions: [only("product", "mug")],
    })
    const facts = entitlementTrace(order(), owed([applied, excluded])).map(
      (step) => step.facts
    )
    expect(facts).toMatchObject([
      { kind: "base", amount: "180.00" },
      {
        kind: "rule_line",
        title: "shirt",
        outcome: "rule",
        rule: { rule_id: applied.rule_id, version: 1 },
        refused: [
          {
            rule_id: excluded.rule_id,
            reason: "condition",
            attribute: "product",
          },
        ],
      },
      {
        kind: "rule_line",
        title: "mug",
        base: "0.00",
        outcome: "excluded",
        rule: { rule_id: excluded.rule_id },
      },
      { kind: "owed" },
    ])
  })

  test("the trace is bounded in lines and in refused rules", () => {
    const ids = Array.from({ length: 80 }, (_, index) => `line_${index}`)
    const many: Rulebook = book(
      Array.from({ length: 30 }, () => rule({ conditions: [only("tag", "z")] }))
    )
    const long = order({ items: ids.map((id) => line(id, { net: 1 })) })
    const steps = entitlementTrace(
      long,
      entitlementsOf(long, "aff_ada", terms(), many)
    ).map(({ facts }) => facts)
    const lines = steps.filter(({ kind }) => kind === "rule_line")
    expect(lines).toHaveLength(50)
    expect(lines[0]).toMatchObject({ refused_more: 10 })
    expect(lines[0]).toHaveProperty("refused.length", 20)
    expect(steps).toContainEqual({ kind: "rule_lines_more", lines: 30 })
  })
})

test.each([
  ["day", "2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z"],
  ["day", "2026-03-01T23:59:59Z", "2026-03-01T00:00:00Z"],
  // A Sunday belongs to the week that began on Monday.
  ["week", "2026-03-01T12:00:00Z", "2026-02-23T00:00:00Z"],
  ["week", "2026-03-02T00:00:00Z", "2026-03-02T00:00:00Z"],
  ["week", "2026-01-01T00:00:00Z", "2025-12-29T00:00:00Z"],
  ["month", "2026-12-31T23:59:59Z", "2026-12-01T00:00:00Z"],
  ["all", "2026-12-31T23:59:59Z", "1970-01-01T00:00:00Z"],
] as const)("a %s that has %s began at %s, UTC", (period, moment, start) => {
  expect(periodStart(period, new Date(moment))).toEqual(new Date(start))
})
