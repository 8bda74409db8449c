import fc from "fast-check"
import { sum, toAmount } from "../../src/modules/affiliate/domain/money"
import { correctionFrom } from "../../src/modules/affiliate/domain/tax/correction"
import type { TaxFormFacts } from "../../src/modules/affiliate/domain/tax/form"
import {
  buyerOf,
  DOCUMENT_ITEMS_MAX,
  documentNumber,
  fittingItems,
  kindOfDocument,
  supplierOf,
  vatOfDocument,
  type PayoutDocument,
} from "../../src/modules/affiliate/domain/tax/document"
import {
  columnsOf,
  keptFacts,
  numbersOf,
  shownFacts,
} from "../../src/modules/affiliate/domain/tax/stored-form"
import { payoutPdf } from "../../src/modules/affiliate/documents/payout-pdf"
import { pdfPages } from "../support/pdf-text"

const ISSUER = {
  name: "Shop GmbH",
  address_lines: ["Hauptstraße 1", "10115 Berlin"],
  country_code: "de",
  vat_id: "DE987654321",
}
const VAT_FORM: TaxFormFacts = {
  form: "vat",
  us_person: false,
  name: "Żółć & Łódź sp. z o.o.",
  classification: "company",
  address: {
    line_1: "ul. Świętokrzyska 1",
    city: "Warszawa",
    postal_code: "00-001",
    country_code: "pl",
  },
  country_code: "pl",
  vat_id: "PL1234567890",
  vat_scheme: "standard",
  vat_rate: 23,
  self_billing: true,
  signature: {
    name: "Jan Kowalski",
    capacity: "Director",
    date: "2026-01-01",
    certified: true,
  },
}

const document = (over: Partial<PayoutDocument> = {}): PayoutDocument => ({
  kind: "self_billing_invoice",
  number: "AFF-SB-2026-000001",
  issued_on: "2026-11-28",
  paid_on: "2026-11-27",
  payout_display_id: 17,
  reference: "SEPA 4711",
  currency_code: "eur",
  digits: 2,
  supplier: supplierOf(VAT_FORM, { name: "", email: "" }),
  buyer: buyerOf(ISSUER),
  items: [
    { label: "Order / Bestellung 12, sale", amount: "39.6" },
    { label: "adjustment", amount: "-9.6" },
  ],
  ...vatOfDocument("self_billing_invoice", toAmount(30), 2, {
    vat_form: VAT_FORM,
    issuer: ISSUER,
  }),
  ...over,
})

test("an invoice says who, what, how much and who owes the VAT, in every letter", async () => {
  const [page, ...more] = pdfPages(await payoutPdf(document()))
  expect(more).toEqual([])
  const text = page!.join("\n")
  for (const said of [
    "Self-billing invoice / Gutschrift",
    "AFF-SB-2026-000001",
    "2026-11-27",
    "SEPA 4711",
    "Żółć & Łódź sp. z o.o.",
    "ul. Świętokrzyska 1",
    "00-001 Warszawa",
    "PL1234567890",
    "Shop GmbH",
    "Hauptstraße 1",
    "DE987654321",
    "Order / Bestellung 12, sale 39.60 EUR",
    "adjustment -9.60 EUR",
    "Net / Netto 30.00 EUR",
    "VAT / USt 0 % 0.00 EUR",
    "Paid / Gezahlt 30.00 EUR",
    "Reverse charge",
    "Steuerschuldnerschaft des Leistungsempfängers",
  ])
    expect(text).toContain(said)
})

test("an advice of what was paid says nothing of VAT", async () => {
  const kind = kindOfDocument(null, ISSUER)
  expect(kind).toBe("remittance_advice")
  const [page] = pdfPages(
    await payoutPdf(
      document({
        kind,
        supplier: supplierOf(null, { name: "Ada", email: "ada@example.com" }),
        ...vatOfDocument(kind, toAmount(30), 2, {
          vat_form: null,
          issuer: ISSUER,
        }),
      })
    )
  )
  const text = page!.join("\n")
  expect(text).toContain("Remittance advice")
  expect(text).toContain("Ada")
  expect(text).not.toMatch(/Net \/|VAT \/ USt \d|Self-billing/)
})

const ORIGINAL = { ...document(), kind: "self_billing_invoice" } as const

const correction = (
  over: Partial<Parameters<typeof correctionFrom>[1]> = {},
  original: Parameters<typeof correctionFrom>[0] = ORIGINAL
) =>
  correctionFrom(
    original,
    {
      total: toAmount(10),
      before: toAmount(0),
      returned_on: "2026-12-24",
      items: [
        { label: "Order / Bestellung 12, sale", amount: "13.2" },
        { label: "adjustment", amount: "-3.2" },
      ],
      ...over,
    },
    { number: "AFF-SBC-2026-000001", issued_on: "2026-12-25" }
  )

test("a correction says which paper it corrects, how much less that is, and what remains", async () => {
  const [page] = pdfPages(await payoutPdf(correction()))
  const text = page!.join("\n")
  for (const said of [
    "Self-billing correction / Rechnungsberichtigung",
    "Number / Nummer AFF-SBC-2026-000001",
    "Corrects / Berichtigt AFF-SB-2026-000001, 2026-11-28",
    "Came back on / Zurück am 2026-12-24",
    "Paid on / Gezahlt am 2026-11-27",
    "PL1234567890",
    "Order / Bestellung 12, sale -13.20 EUR",
    "adjustment 3.20 EUR",
    "Came back / Zurückgekommen -10.00 EUR",
    "Remains of it / Davon bleibt 20.00 EUR",
    "Reverse charge",
  ])
    expect(text).toContain(said)
  expect(text).not.toContain("Paid / Gezahlt 30")
})

test("what corrects an advice is no invoice either", async () => {
  const advice = {
    ...document(
      vatOfDocument("remittance_advice", toAmount(30), 2, {
        vat_form: null,
        issuer: ISSUER,
      })
    ),
    kind: "remittance_advice",
  } as const
  const corrected = correction({}, advice)
  expect(corrected).toMatchObject({
    kind: "remittance_correction",
    vat_rate: null,
    vat: "0",
    gross: "-10",
  })
  const [page] = pdfPages(await payoutPdf(corrected))
  expect(page!.join("\n")).not.toMatch(/Net \/|VAT \/ USt \d|Self-billing/)
})

test("corrections of what came back bit by bit take away all that a paper says, to the cent", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1_000_000 }), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.constantFrom(0, 7, 19, 23, 8.1),
      fc.constantFrom(0, 2, 3),
      (bits, vat_rate, digits) => {
        const amounts = bits.map((units) => toAmount(units).shiftedBy(-digits))
        const paid = sum(amounts)
        const original = {
          ...document({
            digits,
            ...vatOfDocument("self_billing_invoice", paid, digits, {
              vat_form: { ...VAT_FORM, country_code: "de", vat_rate },
              issuer: ISSUER,
            }),
          }),
          kind: "self_billing_invoice",
        } as const
        expect(original.vat_rate).toBe(vat_rate)
        let before = toAmount(0)
        const corrections = amounts.map((amount) => {
          const total = before.plus(amount)
          const one = correction({ total, before }, original)
          before = total
          expect(
            toAmount(one.net).plus(toAmount(one.vat)).eq(toAmount(one.gross))
          ).toBe(true)
          return one
        })
        for (const part of ["net", "vat", "gross"] as const)
          expect(
            sum(
              [original, ...corrections].map((paper) => toAmount(paper[part]))
            ).isZero()
          ).toBe(true)
        expect(corrections.at(-1)!.corrects!.remains).toBe("0")
      }
    )
  )
})

test("the same document is the same bytes", async () => {
  const [first, second] = [
    await payoutPdf(document()),
    await payoutPdf(document()),
  ]
  expect(first.equals(second)).toBe(true)
  expect(first.subarray(0, 5).toString()).toBe("%PDF-")
})

test.each([
  "Αθήνα Παπαδόπουλος",
  "Иван Петров",
  "Đặng Văn Ánh",
  "Çağrı Şimşek",
])("the name %s can be read", async (name) => {
  const supplier = { name, lines: [], vat_id: null, tax_number: null }
  const [page] = pdfPages(await payoutPdf(document({ supplier })))
  expect(page!.join("\n")).toContain(name)
})

test("letters that no font has are told as missing", async () => {
  const supplier = { name: "田中", lines: [], vat_id: null, tax_number: null }
  const [page] = pdfPages(await payoutPdf(document({ supplier })))
  expect(page!.join("\n")).toContain("??")
})

test("a payout of many commissions goes over pages, each line whole", async () => {
  const items = Array.from({ length: 120 }, (_, index) => ({
    label: `Order / Bestellung ${index + 1}, sale`,
    amount: "1.5",
  }))
  const pages = pdfPages(await payoutPdf(document({ items })))
  expect(pages.length).toBeGreaterThan(1)
  const lines = pages.flat()
  for (const { label } of items) expect(lines).toContain(`${label} 1.50 EUR`)
})

test("of more commissions than there are lines, the rest is one that adds up", () => {
  const items = Array.from({ length: DOCUMENT_ITEMS_MAX + 5 }, () => ({
    label: "x",
    amount: "0.1",
  }))
  const fitting = fittingItems(items)
  expect(fitting).toHaveLength(DOCUMENT_ITEMS_MAX)
  expect(fitting.at(-1)).toEqual({ label: "6 more commissions", amount: "0.6" })
  expect(fittingItems(items.slice(0, 3))).toHaveLength(3)
})

test("amounts have their currency's digits", async () => {
  const items = [{ label: "adjustment", amount: "1234" }]
  const money = { net: "1234", vat: "0", gross: "1234" }
  const read = async (currency_code: string, digits: number) =>
    pdfPages(
      await payoutPdf(document({ items, currency_code, digits, ...money }))
    )
      .flat()
      .join("\n")
  expect(await read("jpy", 0)).toContain("Paid / Gezahlt 1234 JPY")
  expect(await read("kwd", 3)).toContain("Paid / Gezahlt 1234.000 KWD")
})

test("an invoice needs the affiliate's consent and the merchant's address", () => {
  expect(kindOfDocument(VAT_FORM, ISSUER)).toBe("self_billing_invoice")
  expect(kindOfDocument({ ...VAT_FORM, self_billing: false }, ISSUER)).toBe(
    "remittance_advice"
  )
  expect(kindOfDocument(VAT_FORM, { name: "Shop" })).toBe("remittance_advice")
})

test("numbers are told by kind and year", () => {
  expect(documentNumber("AFF-", "self_billing_invoice", 2026, 7)).toBe(
    "AFF-SB-2026-000007"
  )
  expect(documentNumber("", "remittance_advice", 2027, 1234567)).toBe(
    "RA-2027-1234567"
  )
  expect(documentNumber("AFF-", "self_billing_correction", 2026, 1)).toBe(
    "AFF-SBC-2026-000001"
  )
  expect(documentNumber("AFF-", "remittance_correction", 2026, 1)).toBe(
    "AFF-RAC-2026-000001"
  )
})

describe("a form that is kept", () => {
  const W9: TaxFormFacts = {
    ...VAT_FORM,
    form: "w9",
    us_person: true,
    vat_id: null,
    classification: "individual",
    tin_type: "ssn",
    tin: "123-45-6788",
    date_of_birth: "1985-12-10",
    foreign_tin: "86095742719",
  }

  test("shows no number, and no birthday", () => {
    const shown = JSON.stringify([
      shownFacts(keptFacts(W9)),
      columnsOf(keptFacts(W9)),
    ])
    expect(shown).not.toMatch(/123-?45|86095|1985/)
    expect(shown).toContain("•••• 6788")
    expect(shown).toContain("•••• 2719")
  })

  test("has its numbers as they are written on forms", () => {
    expect(numbersOf(keptFacts({ ...W9, tin: "123456788" }))).toEqual({
      tin: "123-45-6788",
      foreign_tin: "86095742719",
      date_of_birth: "1985-12-10",
    })
  })
})
