import fc from "fast-check"
import { toAmount } from "../../src/modules/affiliate/domain/money"
import {
  taxBlockInWords,
  taxBlockOf,
  taxHoldFrom,
} from "../../src/modules/affiliate/domain/tax/gate"
import {
  is1099Due,
  verdict1099,
} from "../../src/modules/affiliate/domain/tax/report"
import { thresholdOf } from "../../src/modules/affiliate/domain/tax/thresholds"
import {
  vatNote,
  vatParts,
  vatTreatment,
} from "../../src/modules/affiliate/domain/tax/vat-treatment"
import { backupWithholding } from "../../src/modules/affiliate/domain/tax/withholding"

const amountOf = (year: number, set: Parameters<typeof thresholdOf>[1] = []) =>
  thresholdOf(year, set).amount.toNumber()

test("1099-NEC: 600 through 2025, 2 000 for payments from 2026", () => {
  expect([2019, 2024, 2025].map((year) => amountOf(year))).toEqual([
    600, 600, 600,
  ])
  expect([2026, 2027, 2040].map((year) => amountOf(year))).toEqual([
    2000, 2000, 2000,
  ])
})

test("what the store sets holds from its year until another, and never before", () => {
  const set = [
    { year: 2027, amount: 2100, gate: true },
    { year: 2029, amount: 2200, gate: false },
  ]
  expect(
    [2025, 2026, 2027, 2028, 2029, 2035].map((y) => amountOf(y, set))
  ).toEqual([600, 2000, 2100, 2100, 2200, 2200])
  expect(thresholdOf(2028, set)).toMatchObject({ gate: true, set: true })
  expect(thresholdOf(2030, set)).toMatchObject({ gate: false, set: true })
  expect(thresholdOf(2026, set).set).toBe(false)
})

test("of one year, the store's word goes before the law's", () => {
  const set = [{ year: 2026, amount: 500, gate: true }]
  expect([2025, 2026].map((year) => amountOf(year, set))).toEqual([600, 500])
})

const TODAY = "2026-11-27"
const ask = (
  out: number,
  over: Partial<Parameters<typeof taxBlockOf>[0]> = {}
) =>
  taxBlockOf({
    currency_code: "usd",
    out: toAmount(out),
    threshold: thresholdOf(2026, []),
    form: null,
    today: TODAY,
    ...over,
  })

describe("a payout", () => {
  test("below the threshold needs no form", () => {
    expect(ask(1999.99)).toBeNull()
  })

  test("that reaches the threshold waits for a form, and says so", () => {
    const block = ask(2000)!
    expect(taxBlockInWords(block)).toBe(
      "Payouts that come to 2000 USD or more in 2026 wait for a tax form (W-9, W-8BEN or W-8BEN-E): no tax form is on file"
    )
  })

  test.each([
    ["w9", null],
    ["w8ben", "2026-12-31"],
    ["w8bene", TODAY],
  ] as const)("goes out with a %s that holds until %p", (form, expires_on) => {
    expect(ask(5000, { form: { form, expires_on } })).toBeNull()
  })

  test("waits when the form has expired", () => {
    const block = ask(5000, {
      form: { form: "w8ben", expires_on: "2026-11-26" },
    })!
    expect(taxBlockInWords(block)).toMatch(/the W-8BEN on file has expired$/)
  })

  test("in another currency does not count", () => {
    expect(ask(1_000_000, { currency_code: "eur" })).toBeNull()
  })

  test("waits for nothing where the store switched that off", () => {
    const threshold = thresholdOf(2026, [
      { year: 2026, amount: 2000, gate: false },
    ])
    expect(ask(5000, { threshold })).toBeNull()
  })
})

test("what may still be asked for is what does not come to the threshold", () => {
  const hold = (
    out: number,
    over: Partial<Parameters<typeof taxHoldFrom>[0]> = {}
  ) =>
    taxHoldFrom({
      currency_code: "usd",
      out: toAmount(out),
      threshold: thresholdOf(2026, []),
      form: null,
      today: TODAY,
      ...over,
    })
  for (const out of [0, 0.01, 1500, 1999.99, 2000, 5000]) {
    const { from, words } = hold(out)!
    expect(words).toMatch(/no tax form is on file/)
    for (const amount of [0.01, 499.99, 500, 1999.99, 2000]) {
      const waits = toAmount(amount).gte(from)
      expect({ out, amount, waits }).toEqual({
        out,
        amount,
        waits: ask(toAmount(out).plus(amount).toNumber()) !== null,
      })
    }
  }
  expect(hold(5000, { form: { form: "w9", expires_on: null } })).toBeNull()
  expect(hold(5000, { currency_code: "eur" })).toBeNull()
})

const VALID = { state: "valid", form: "w9" } as const
test.each<[string, Partial<Parameters<typeof verdict1099>[0]>, string]>([
  ["a person with a W-9", {}, "due"],
  ["exactly the threshold", { net: toAmount(2000) }, "due"],
  ["a cent less", { net: toAmount(1999.99) }, "below_threshold"],
  ["a partnership", { classification: "llc_partnership" }, "due"],
  ["a corporation", { classification: "s_corporation" }, "exempt_payee"],
  [
    "an LLC taxed as one",
    { classification: "llc_c_corporation" },
    "exempt_payee",
  ],
  ["an exempt payee", { exempt_payee: true }, "exempt_payee"],
  [
    "a foreigner",
    {
      standing: { state: "valid", form: "w8ben" },
      classification: "individual",
    },
    "foreign_person",
  ],
  [
    "a foreigner whose form expired",
    { standing: { state: "expired", form: "w8ben" } },
    "due_without_form",
  ],
  [
    "somebody unknown",
    { standing: { state: "missing" }, classification: null },
    "due_without_form",
  ],
  ["euros", { currency_code: "eur" }, "other_currency"],
])("1099-NEC: %s", (_, over, verdict) => {
  const found = verdict1099({
    currency_code: "usd",
    net: toAmount(2500),
    threshold: toAmount(2000),
    standing: VALID,
    classification: "individual",
    exempt_payee: false,
    ...over,
  })
  expect(found).toBe(verdict)
  expect(is1099Due(found)).toBe(verdict.startsWith("due"))
})

test("backup withholding is 24 % of the dollars of whoever is flagged, to the cent", () => {
  const of = (paid: number, flagged = true, currency_code = "usd") =>
    backupWithholding(toAmount(paid), { flagged, currency_code }).toNumber()
  expect(of(100)).toBe(24)
  expect(of(0.02)).toBe(0)
  expect(of(33.33)).toBe(8)
  expect(of(1234.56)).toBe(296.29)
  expect(of(100, false)).toBe(0)
  expect(of(100, true, "eur")).toBe(0)
  expect(of(-100)).toBe(0)
})

const treatment = (
  supplier: {
    country_code: string
    vat_scheme?: "standard" | "small_business" | "none"
  },
  buyer: string | null
) =>
  vatTreatment(
    {
      country_code: supplier.country_code,
      vat_id: "X",
      vat_scheme: supplier.vat_scheme ?? "standard",
      vat_rate: 19,
    },
    { country_code: buyer, vat_id: "Y" }
  )

test.each([
  ["de", "standard", "de", "domestic", 19],
  ["de", "standard", "at", "reverse_charge", 0],
  ["us", "standard", "de", "reverse_charge", 0],
  ["de", "standard", "us", "outside_scope", 0],
  ["de", "small_business", "de", "small_business", 0],
  ["de", "small_business", "at", "reverse_charge", 0],
  ["de", "none", "at", "not_registered", 0],
  ["de", "standard", null, "domestic", 19],
] as const)(
  "VAT of somebody in %s (%s) for a store in %s: %s",
  (country_code, vat_scheme, buyer, kind, rate) => {
    const found = treatment({ country_code, vat_scheme }, buyer)
    expect(found).toEqual({ kind, rate })
    expect(vatNote(found) === null).toBe(kind === "domestic")
  }
)

test("VAT is inside what is paid, to the last cent, whatever the amount and rate", () => {
  const parts = vatParts(toAmount(119), 19, 2)
  expect([parts.net, parts.vat, parts.gross].map(Number)).toEqual([
    100, 19, 119,
  ])
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 0, max: 30 }),
      (cents, rate) => {
        const paid = toAmount(cents).div(100)
        const { net, vat, gross } = vatParts(paid, rate, 2)
        expect(net.plus(vat).eq(paid)).toBe(true)
        expect(gross.eq(paid)).toBe(true)
        expect(net.decimalPlaces()).toBeLessThanOrEqual(2)
        // No more than half a cent from the exact share.
        const exact = net.times(rate).div(100).minus(vat).abs()
        expect(exact.lte(0.01)).toBe(true)
      }
    )
  )
})
