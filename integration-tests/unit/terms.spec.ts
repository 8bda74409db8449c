import fc from "fast-check"
import {
  amountIn,
  PinnedLevel,
  pinTerms,
  TermsOfAffiliate,
  TermsOfProgram,
  TermsOfTier,
} from "../../src/modules/affiliate/domain/terms"

const program = (parts: Partial<TermsOfProgram> = {}): TermsOfProgram => ({
  id: "affprog_1",
  commission_type: "percentage",
  commission_value: "20",
  fixed_values: [],
  hold_days: 30,
  trailing_months: 12,
  include_shipping: false,
  include_tax: false,
  ...parts,
})
const tier = (
  commission_value: TermsOfTier["commission_value"]
): TermsOfTier => ({ id: "afftier_1", commission_value })
const affiliate = (
  parts: Partial<TermsOfAffiliate> = {}
): TermsOfAffiliate => ({
  commission_percent: null,
  trailing_months: null,
  ...parts,
})

const pinned = (input: Partial<Parameters<typeof pinTerms>[0]>) =>
  pinTerms({
    program: program(),
    tier: null,
    affiliate: affiliate(),
    contract: null,
    levels: [],
    currency_code: "usd",
    ...input,
  })

test("a contract's split goes before every other rate, whatever the program pays by", () => {
  const terms = pinned({
    program: program({ commission_type: "fixed_per_item" }),
    tier: tier("25"),
    affiliate: affiliate({ commission_percent: "35" }),
    contract: { id: "affcontract_1", revenue_split: "12.5" },
  })
  expect(terms).toMatchObject({
    rate_source: "contract",
    contract_id: "affcontract_1",
    commission_type: "percentage",
    commission_value: "12.5",
  })
  expect(pinned({})).not.toHaveProperty("contract_id")
})

describe("whose rate counts", () => {
  const own = affiliate({ commission_percent: "35" })

  test.each([
    [
      "the program's, where nobody has another",
      null,
      affiliate(),
      "program",
      "20",
    ],
    ["the tier's before the program's", tier("25"), affiliate(), "tier", "25"],
    [
      "a tier without one leaves the program's",
      tier(null),
      affiliate(),
      "program",
      "20",
    ],
    ["the affiliate's before the tier's", tier("25"), own, "affiliate", "35"],
    ["the affiliate's before the program's", null, own, "affiliate", "35"],
    ["a rate of nothing is a rate", tier("0"), affiliate(), "tier", "0"],
    ["as a number too", tier(0), affiliate(), "tier", "0"],
    [
      "also for an affiliate",
      tier("25"),
      affiliate({ commission_percent: 0 }),
      "affiliate",
      "0",
    ],
  ])("%s", (_name, ofTier, ofAffiliate, rate_source, commission_value) => {
    expect(pinned({ tier: ofTier, affiliate: ofAffiliate })).toMatchObject({
      rate_source,
      commission_type: "percentage",
      commission_value,
      tier_id: ofTier?.id ?? null,
    })
  })

  test("an affiliate's own percentage is one even where the program pays fixed values", () => {
    const fixed = program({
      commission_type: "fixed_per_item",
      commission_value: "5",
    })
    expect(pinned({ program: fixed, affiliate: own })).toMatchObject({
      commission_type: "percentage",
      commission_value: "35",
    })
  })

  test("a tier's value is of the program's type", () => {
    const fixed = program({
      commission_type: "fixed_per_item",
      commission_value: "5",
    })
    expect(pinned({ program: fixed, tier: tier("6") })).toMatchObject({
      commission_type: "fixed_per_item",
      commission_value: "6",
    })
  })
})

describe("fixed values by currency", () => {
  const fixed = program({
    commission_type: "fixed_per_order",
    commission_value: "9",
    fixed_values: [
      { currency_code: "usd", amount: 7 },
      { currency_code: "JPY", amount: 900 },
    ],
  })

  test.each([
    ["a listed currency", fixed, "usd", "7"],
    ["in any letter case", fixed, "jpy", "900"],
    ["a currency that is not listed earns nothing", fixed, "eur", "0"],
    [
      "none listed: the value in any currency",
      { ...fixed, fixed_values: [] },
      "eur",
      "9",
    ],
    [
      "a percentage knows no currencies",
      { ...fixed, commission_type: "percentage" as const },
      "eur",
      "9",
    ],
  ])("%s", (_name, of, currency_code, value) => {
    expect(pinned({ program: of, currency_code }).commission_value).toBe(value)
  })

  test("an amount is found whatever else is listed", () => {
    expect(amountIn(fixed.fixed_values, "usd")?.toFixed()).toBe("7")
    expect(amountIn(fixed.fixed_values, "kwd")).toBeNull()
    expect(amountIn([], "usd")).toBeNull()
  })
})

describe("what else is pinned", () => {
  test.each([
    ["the program's trailing months", 12, null, 12],
    ["the affiliate's own before them", 12, 3, 3],
    ["first order only", 12, 0, 0],
    ["for ever", null, null, null],
    ["an affiliate's end in a program without one", null, 6, 6],
  ])("%s", (_name, ofProgram, ofAffiliate, trailing_months) => {
    const terms = pinned({
      program: program({ trailing_months: ofProgram }),
      affiliate: affiliate({ trailing_months: ofAffiliate }),
    })
    expect(terms.trailing_months).toBe(trailing_months)
  })

  test("the program, its hold, what it pays on, and the levels above", () => {
    const levels: PinnedLevel[] = [
      { level: 2, affiliate_id: "aff_2", percent: "5", basis: "order" },
    ]
    const of = program({
      hold_days: 0,
      include_shipping: true,
      include_tax: true,
    })
    expect(pinned({ program: of, levels })).toMatchObject({
      program_id: "affprog_1",
      hold_days: 0,
      include_shipping: true,
      include_tax: true,
      levels,
    })
  })

  test("goes through a JSON column unchanged, with every decimal of the rate", () => {
    const rates = fc
      .integer({ min: 0, max: 1_000_000 })
      .map((units) => (units / 10_000).toFixed(4))
    fc.assert(
      fc.property(rates, fc.boolean(), (rate, own) => {
        const terms = pinned(
          own
            ? { affiliate: affiliate({ commission_percent: rate }) }
            : { tier: tier(rate) }
        )
        expect(JSON.parse(JSON.stringify(terms))).toEqual(terms)
        expect(terms.commission_value).toBe(rate)
      })
    )
  })
})
