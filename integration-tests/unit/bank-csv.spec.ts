import fc from "fast-check"
import {
  bankCsv,
  type BankTransfer,
} from "../../src/api/admin/affiliate-payouts/export/bank-csv"

const DIGITS: Record<string, number> = { usd: 2, jpy: 0, kwd: 3 }
const digitsOf = (currency_code: string) => DIGITS[currency_code]

const transfer = (over: Partial<BankTransfer> = {}): BankTransfer => ({
  display_id: 7,
  affiliate: { name: "Ada", email: "ada@example.com" },
  status: "processing",
  amount: "39.6",
  currency_code: "usd",
  details: { account_holder: "Ada Lovelace", iban: "DE89370400440532013000" },
  ...over,
})

/** The cells of a CSV as a spreadsheet reads them: quotes taken off, doubled ones made single. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g
  )) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end === "\n") rows.push([])
    if (end === "") break
  }
  return rows.filter((row) => row.length > 1)
}

test("a transfer is one row under a row of names", () => {
  const [names, row] = cells(bankCsv([transfer()], digitsOf))
  expect(Object.fromEntries(names.map((name, at) => [name, row[at]]))).toEqual({
    payout: "7",
    affiliate: "Ada",
    email: "ada@example.com",
    account_holder: "Ada Lovelace",
    iban: "DE89370400440532013000",
    bic: "",
    account_number: "",
    routing_number: "",
    bank_name: "",
    note: "",
    amount: "39.60",
    currency: "USD",
    reference: "Affiliate payout 7",
    status: "processing",
  })
})

test.each([
  ["usd", "39.6", "39.60"],
  ["usd", "1000000", "1000000.00"],
  ["jpy", "25", "25"],
  ["kwd", "1.25", "1.250"],
])(
  "an amount in %s is written with the currency's digits",
  (currency_code, amount, text) => {
    expect(bankCsv([transfer({ currency_code, amount })], digitsOf)).toContain(
      `,${text},`
    )
  }
)

test("no cell begins as a formula, whatever people call themselves", () => {
  const name = fc.oneof(
    fc.string(),
    fc
      .tuple(
        fc.constantFrom("=", "+", "-", "@", "\t", "\r", "＝", "＋"),
        fc.string()
      )
      .map((parts) => parts.join(""))
  )
  fc.assert(
    fc.property(name, (words) => {
      const [, row] = cells(
        bankCsv(
          [
            transfer({
              affiliate: { name: words, email: words },
              details: { account_holder: words, note: words },
            }),
          ],
          digitsOf
        )
      )
      expect(row).toHaveLength(14)
      for (const cell of row) {
        expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
      }
      const shown = /^[=+\-@\t\r＝＋－＠]/.test(words) ? `'${words}` : words
      expect([row[1], row[2], row[3], row[9]]).toEqual([
        shown,
        shown,
        shown,
        shown,
      ])
    }),
    { numRuns: 500 }
  )
})

test("a negative amount never gets into the file", () => {
  expect(() => bankCsv([transfer({ amount: "-1" })], digitsOf)).toThrow(
    /Payout 7 has a negative amount/
  )
})

test("nothing to transfer is a file with the names alone", () => {
  expect(cells(bankCsv([], digitsOf))).toHaveLength(1)
})
