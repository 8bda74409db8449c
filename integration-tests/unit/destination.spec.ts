import { payoutMethodChangedEmails } from "../../src/workflows/payout-methods/payout-method-changed-email"
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

describe("another account on file is told", () => {
  const CHANGED = {
    affiliate: { id: "aff_1", name: "Ada", email: "ada@example.com" },
    provider: "manual",
    changed_at: new Date("2026-11-28T10:15:30Z"),
    cool_off_until: new Date("2026-12-01T10:15:30Z"),
    former_emails: ["old@example.com"],
  }

  test("at the address of now and those of lately, each once, with how long payouts wait", () => {
    const emails = payoutMethodChangedEmails(CHANGED)
    expect(emails.map(({ to }) => to)).toEqual([
      "ada@example.com",
      "old@example.com",
    ])
    expect(
      new Set(emails.map(({ idempotency_key }) => idempotency_key)).size
    ).toBe(2)
    for (const { content, data } of emails) {
      expect(content?.text).toMatch(/wait until 2026-12-01 10:15 UTC/)
      expect(data).toMatchObject({ cool_off_until: "2026-12-01T10:15:30.000Z" })
    }
  })

  test("without a word of waiting where payouts do not wait", () => {
    const [email] = payoutMethodChangedEmails({
      ...CHANGED,
      cool_off_until: null,
    })
    expect(email.content?.text).not.toMatch(/wait/)
  })
})
