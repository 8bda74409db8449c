import fc from "fast-check"
import type { BankTransfer } from "../../src/api/admin/affiliate-payouts/export/bank-csv"
import { pain001 } from "../../src/api/admin/affiliate-payouts/export/pain-001"
import { sepaCsv } from "../../src/api/admin/affiliate-payouts/export/sepa-csv"
import { sepaText } from "../../src/api/admin/affiliate-payouts/export/sepa-text"
import { sepaTransfers } from "../../src/api/admin/affiliate-payouts/export/sepa-transfers"
import { parseOptions } from "../../src/modules/affiliate/parse-options"

const transfer = (over: Partial<BankTransfer> = {}): BankTransfer => ({
  display_id: 7,
  affiliate: { name: "Ada", email: "ada@example.com" },
  status: "processing",
  amount: "39.6",
  currency_code: "eur",
  details: {
    account_holder: "Jürgen Groß & Söhne",
    iban: "DE89370400440532013000",
    bic: "COBADEFFXXX",
    note: "Rechnung #4",
  },
  ...over,
})

const withDetails = (details: Record<string, string>) =>
  transfer({ details: { ...transfer().details, ...details } })

const DEBTOR = {
  name: "Çelik & Co. <Shop>",
  iban: "FR1420041010050500013M02606",
  bic: "AGRIFRPP",
}
const NOW = new Date("2026-11-27T21:04:05.678Z")

describe("text for banks", () => {
  test.each([
    ["Jürgen Groß", "Juergen Gross"],
    ["ÆRØ ÅNGSTRÖM", "AeRO ANGSTROeM"],
    ["Łukasz Żółć", "Lukasz Zolc"],
    ["Ανδρέας Παπαδόπουλος", "Andreas Papadopoulos"],
    ["Иван Щукин", "Ivan Shtukin"],
    ["Smith & Sons", "Smith + Sons"],
    ["a_b", "a-b"],
    ["50 €", "50 EUR"],
    ["=cmd()", "cmd()"],
    ["+49 30", "49 30"],
    ["http://x//y/", "http:/x/y"],
    ["two  words\u00a0here", "two words here"],
    ["株式会社", ""],
    ["株式会社 Ltd", "Ltd"],
  ])("%s becomes %s", (words, written) =>
    expect(sepaText(words, 140)).toBe(written)
  )

  test("whatever is written, banks take it, at most as long as they allow", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.integer({ min: 1, max: 140 }),
        (words, max) => {
          const written = sepaText(words, max)
          expect(written).toMatch(/^([A-Za-z0-9][A-Za-z0-9/?:().,'+ -]*)?$/)
          expect(written).not.toMatch(/\/\/|\/$| $/)
          expect(written.length).toBeLessThanOrEqual(max)
        }
      ),
      { numRuns: 500 }
    )
  })
})

describe("transfers that SEPA carries", () => {
  test("a payout in euros to an IBAN", () => {
    expect(sepaTransfers([transfer()])).toEqual([
      {
        name: "Juergen Gross + Soehne",
        iban: "DE89370400440532013000",
        bic: "COBADEFFXXX",
        amount: "39.60",
        remittance: "Affiliate payout 7 Rechnung .4",
        end_to_end_id: "AFFILIATE-PAYOUT-7",
      },
    ])
  })

  test("name and remittance are cut where banks cut them", () => {
    const [{ name, remittance }] = sepaTransfers([
      withDetails({ account_holder: "n".repeat(140), note: "r".repeat(140) }),
    ])
    expect(name).toBe("n".repeat(70))
    expect(remittance).toBe(`Affiliate payout 7 ${"r".repeat(121)}`)
  })

  test.each([
    [
      "another currency",
      transfer({ currency_code: "usd" }),
      /payout 7 is in USD/,
    ],
    ["no money", transfer({ amount: "0" }), /payout 7 has an amount/],
    ["too much money", transfer({ amount: "1000000000" }), /has an amount/],
    ["half a cent", transfer({ amount: "0.005" }), /has an amount/],
    ["no account any more", transfer({ details: {} }), /has no IBAN/],
    [
      "a wrong IBAN",
      withDetails({ iban: "DE88370400440532013000" }),
      /has a wrong IBAN/,
    ],
    [
      "a place that SEPA does not reach",
      withDetails({ iban: "TR330006100519786457841326" }),
      /goes to TR, where SEPA does not reach/,
    ],
    [
      "a name that banks cannot read",
      withDetails({ account_holder: "株式会社" }),
      /name banks cannot read/,
    ],
  ])("a payout with %s is refused by its number", (_name, wrong, message) => {
    expect(() => sepaTransfers([transfer(), wrong])).toThrow(
      expect.objectContaining({
        type: "invalid_data",
        message: expect.stringMatching(message),
      })
    )
  })

  test("of many that are wrong the first are named, and the rest counted", () => {
    const wrong = Array.from({ length: 8 }, (_, at) =>
      transfer({ display_id: at + 1, currency_code: "jpy" })
    )
    expect(() => sepaTransfers(wrong)).toThrow(
      /payout 5 is in JPY.*; and 3 more/
    )
  })
})

test("the table has what a transfer needs and nothing else", () => {
  expect(sepaCsv(sepaTransfers([transfer()]))).toBe(
    "name,iban,bic,amount,currency,remittance,end_to_end_id\n" +
      "Juergen Gross + Soehne,DE89370400440532013000,COBADEFFXXX,39.60,EUR,Affiliate payout 7 Rechnung .4,AFFILIATE-PAYOUT-7\n"
  )
})

describe("the payment file", () => {
  const two = sepaTransfers([
    transfer(),
    transfer({
      display_id: 8,
      amount: "0.4",
      details: { account_holder: "Ida", iban: "NO9386011117947" },
    }),
  ])

  test("is the message of the standard, element by element", () => {
    const file = pain001(two, DEBTOR, NOW)
    const id = /<MsgId>(AFF-[0-9a-f]{28})<\/MsgId>/.exec(file)?.[1]
    expect(file.replaceAll("><", ">\n<").split("\n")).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">',
      "<CstmrCdtTrfInitn>",
      "<GrpHdr>",
      `<MsgId>${id}</MsgId>`,
      "<CreDtTm>2026-11-27T21:04:05</CreDtTm>",
      "<NbOfTxs>2</NbOfTxs>",
      "<CtrlSum>40.00</CtrlSum>",
      "<InitgPty>",
      "<Nm>Celik + Co. .Shop.</Nm>",
      "</InitgPty>",
      "</GrpHdr>",
      "<PmtInf>",
      `<PmtInfId>${id}</PmtInfId>`,
      "<PmtMtd>TRF</PmtMtd>",
      "<NbOfTxs>2</NbOfTxs>",
      "<CtrlSum>40.00</CtrlSum>",
      "<PmtTpInf>",
      "<SvcLvl>",
      "<Cd>SEPA</Cd>",
      "</SvcLvl>",
      "</PmtTpInf>",
      "<ReqdExctnDt>",
      "<Dt>2026-11-27</Dt>",
      "</ReqdExctnDt>",
      "<Dbtr>",
      "<Nm>Celik + Co. .Shop.</Nm>",
      "</Dbtr>",
      "<DbtrAcct>",
      "<Id>",
      "<IBAN>FR1420041010050500013M02606</IBAN>",
      "</Id>",
      "</DbtrAcct>",
      "<DbtrAgt>",
      "<FinInstnId>",
      "<BICFI>AGRIFRPP</BICFI>",
      "</FinInstnId>",
      "</DbtrAgt>",
      "<ChrgBr>SLEV</ChrgBr>",
      "<CdtTrfTxInf>",
      "<PmtId>",
      "<EndToEndId>AFFILIATE-PAYOUT-7</EndToEndId>",
      "</PmtId>",
      "<Amt>",
      '<InstdAmt Ccy="EUR">39.60</InstdAmt>',
      "</Amt>",
      "<CdtrAgt>",
      "<FinInstnId>",
      "<BICFI>COBADEFFXXX</BICFI>",
      "</FinInstnId>",
      "</CdtrAgt>",
      "<Cdtr>",
      "<Nm>Juergen Gross + Soehne</Nm>",
      "</Cdtr>",
      "<CdtrAcct>",
      "<Id>",
      "<IBAN>DE89370400440532013000</IBAN>",
      "</Id>",
      "</CdtrAcct>",
      "<RmtInf>",
      "<Ustrd>Affiliate payout 7 Rechnung .4</Ustrd>",
      "</RmtInf>",
      "</CdtTrfTxInf>",
      "<CdtTrfTxInf>",
      "<PmtId>",
      "<EndToEndId>AFFILIATE-PAYOUT-8</EndToEndId>",
      "</PmtId>",
      "<Amt>",
      '<InstdAmt Ccy="EUR">0.40</InstdAmt>',
      "</Amt>",
      "<Cdtr>",
      "<Nm>Ida</Nm>",
      "</Cdtr>",
      "<CdtrAcct>",
      "<Id>",
      "<IBAN>NO9386011117947</IBAN>",
      "</Id>",
      "</CdtrAcct>",
      "<RmtInf>",
      "<Ustrd>Affiliate payout 8</Ustrd>",
      "</RmtInf>",
      "</CdtTrfTxInf>",
      "</PmtInf>",
      "</CstmrCdtTrfInitn>",
      "</Document>",
      "",
    ])
  })

  test("the same transfers are the same message another day, others are another", () => {
    const idOf = (file: string) => /<MsgId>(.*?)<\/MsgId>/.exec(file)?.[1]
    const first = idOf(pain001(two, DEBTOR, NOW))
    const later = new Date(NOW.getTime() + 86_400_000)
    expect(idOf(pain001(two, DEBTOR, later))).toBe(first)
    expect(idOf(pain001(two.slice(1), DEBTOR, NOW))).not.toBe(first)
  })

  test("an account whose bank is not named says so", () => {
    expect(pain001(two, { ...DEBTOR, bic: undefined }, NOW)).toContain(
      "<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>"
    )
  })

  test("without a payout there is none", () => {
    expect(() => pain001([], DEBTOR, NOW)).toThrow(/cannot be empty/)
  })
})

describe("the option bank_account", () => {
  test("is kept without spaces", () => {
    expect(
      parseOptions({
        bank_account: {
          name: " Shop ",
          iban: "de89 3704 0044 0532 0130 00",
          bic: "",
        },
      }).bank_account
    ).toEqual({ name: "Shop", iban: "DE89370400440532013000" })
  })

  test.each([
    [
      "a wrong IBAN",
      { name: "Shop", iban: "DE88370400440532013000" },
      /bank_account\.iban: is not a valid IBAN/,
    ],
    ["no IBAN", { name: "Shop", iban: " " }, /bank_account\.iban/],
    ["no name", { name: "", iban: DEBTOR.iban }, /bank_account\.name/],
    [
      "a wrong BIC",
      { ...DEBTOR, bic: "AGRI" },
      /bank_account\.bic: is not a valid BIC/,
    ],
    [
      "what nobody knows",
      { ...DEBTOR, swift: "AGRIFRPP" },
      /bank_account: .*swift/,
    ],
  ])("refuses %s at boot", (_name, bank_account, message) => {
    expect(() => parseOptions({ bank_account })).toThrow(message)
  })
})
