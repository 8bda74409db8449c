import fc from "fast-check"
import {
  maskBankDetails,
  parseBankDetails,
} from "../../src/providers/manual/bank-details"
import { isIban } from "../../src/shared/iban"

/** Examples of the IBAN registry. */
const IBANS = [
  "DE89370400440532013000",
  "GB29NWBK60161331926819",
  "FR1420041010050500013M02606",
  "NO9386011117947",
  "MT84MALT011000012345MTLCAST001S",
]

const account = { account_holder: "Ada Lovelace", iban: IBANS[0] }

const digit = fc.constantFrom(..."0123456789")

describe("isIban", () => {
  test.each(IBANS)("%s is one", (iban) => expect(isIban(iban)).toBe(true))

  test("one wrong digit is found, whichever it is", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...IBANS),
        fc.nat(),
        digit,
        (iban, place, wrong) => {
          const digits = [...iban].flatMap((sign, at) =>
            /\d/.test(sign) ? [at] : []
          )
          const at = digits[place % digits.length]
          fc.pre(iban[at] !== wrong)
          expect(isIban(iban.slice(0, at) + wrong + iban.slice(at + 1))).toBe(
            false
          )
        }
      )
    )
  })

  test.each([
    "",
    "DE89",
    "DE8937040044053201300",
    "89DE370400440532013000",
    "DE89 3704",
  ])("%p is none", (text) => expect(isIban(text)).toBe(false))
})

describe("parseBankDetails", () => {
  test("numbers lose their spaces, empty fields are left out", () => {
    expect(
      parseBankDetails({
        account_holder: "  Ada Lovelace ",
        iban: "de89 3704 0044 0532 0130 00",
        bic: "",
        bank_name: null,
        note: "  rent ",
      })
    ).toEqual({
      account_holder: "Ada Lovelace",
      iban: "DE89370400440532013000",
      note: "rent",
    })
  })

  test("an account and routing number do instead of an IBAN", () => {
    const details = {
      account_holder: "Ada",
      account_number: "000123456789",
      routing_number: "110000000",
    }
    expect(parseBankDetails(details)).toEqual(details)
  })

  test.each([
    ["no account holder", { iban: IBANS[0] }, /details\.account_holder/],
    [
      "a blank account holder",
      { ...account, account_holder: "  " },
      /details\.account_holder/,
    ],
    [
      "neither IBAN nor account number",
      { account_holder: "Ada" },
      /an iban or an account_number/,
    ],
    [
      "a routing number alone",
      { account_holder: "Ada", routing_number: "110000000" },
      /an iban or/,
    ],
    [
      "a wrong IBAN",
      { ...account, iban: "DE88370400440532013000" },
      /details\.iban: is not a valid IBAN: its check digits/,
    ],
    [
      "an IBAN of another length than its country's",
      { ...account, iban: "DE8937040044053201300" },
      /details\.iban: .*begin with DE have 22 characters/,
    ],
    [
      "an IBAN of a country without them",
      { ...account, iban: "US89370400440532013000" },
      /details\.iban: .*none begin with US/,
    ],
    [
      "words for an IBAN",
      { ...account, iban: "my account" },
      /details\.iban: .*two letters and two digits/,
    ],
    ["a wrong BIC", { ...account, bic: "DEUTDE" }, /details\.bic/],
    [
      "an account number of three digits",
      { account_holder: "Ada", account_number: "123" },
      /details\.account_number/,
    ],
    [
      "a number instead of text",
      { ...account, account_number: 12345 },
      /details\.account_number/,
    ],
    ["a field nobody knows", { ...account, swift: "X" }, /details: .*swift/],
    [
      "a second line in a name",
      { ...account, account_holder: "Ada\n=cmd()" },
      /details\.account_holder/,
    ],
    [
      "a name that is too long",
      { ...account, account_holder: "A".repeat(141) },
      /details\.account_holder/,
    ],
  ])("refuses %s, naming the field", (_name, details, message) => {
    expect(() => parseBankDetails(details)).toThrow(
      expect.objectContaining({
        type: "invalid_data",
        message: expect.stringMatching(message),
      })
    )
  })
})

describe("maskBankDetails", () => {
  test("shows the last four of numbers, and never the note", () => {
    const details = parseBankDetails({
      ...account,
      bic: "COBADEFFXXX",
      account_number: "000123456789",
      routing_number: "110000000",
      bank_name: "Commerzbank",
      note: "secret",
    })
    expect(maskBankDetails(details)).toEqual({
      account_holder: "Ada Lovelace",
      iban: "•••• 3000",
      bic: "COBADEFFXXX",
      account_number: "•••• 6789",
      routing_number: "•••• 0000",
      bank_name: "Commerzbank",
    })
  })

  test("never shows more than half of a number", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: digit, minLength: 4, maxLength: 34 }),
        (account_number) => {
          const shown = maskBankDetails({
            account_holder: "Ada",
            account_number,
          }).account_number
          const end = shown.replace("•••• ", "")
          expect(end.length).toBeLessThanOrEqual(
            Math.min(4, account_number.length / 2)
          )
          expect(account_number.endsWith(end)).toBe(true)
        }
      )
    )
  })
})
