import { isSameDestination } from "../../src/modules/affiliate/domain/destination"

const IBAN = {
  provider: "manual",
  details: { account_holder: "Ada", iban: "DE89370400440532013000" },
}

describe("money goes to the same place", () => {
  test("in whatever order the details were written down", () => {
    const { account_holder, iban } = IBAN.details
    expect(
      isSameDestination(IBAN, {
        provider: "manual",
        details: { iban, account_holder },
      })
    ).toBe(true)
  })
})

describe("money goes to another place", () => {
  test.each([
    ["another provider", { ...IBAN, provider: "wire" }],
    [
      "another account",
      {
        ...IBAN,
        details: { ...IBAN.details, iban: "FR1420041010050500013M02606" },
      },
    ],
    [
      "one detail more",
      { ...IBAN, details: { ...IBAN.details, note: "Use my other account" } },
    ],
    ["one detail less", { ...IBAN, details: { iban: IBAN.details.iban } }],
    [
      "the same texts under other names",
      {
        ...IBAN,
        details: { account_holder: IBAN.details.iban, iban: "Ada" },
      },
    ],
  ])("with %s", (_name, other) => {
    expect(isSameDestination(IBAN, other)).toBe(false)
    expect(isSameDestination(other, IBAN)).toBe(false)
  })
})
