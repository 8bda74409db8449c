import {
  emailChoices,
  emailsOffAfter,
  OPTIONAL_EMAILS,
} from "../../src/modules/affiliate/domain/emails"
import { applicationEmail } from "../../src/workflows/emails/application-email"
import {
  payoutEmail,
  type PayoutToTell,
} from "../../src/workflows/emails/payout-email"

describe("e-mails that may be switched off", () => {
  test("come until somebody says otherwise, also those that are new", () => {
    expect(Object.values(emailChoices([]))).toEqual(
      OPTIONAL_EMAILS.map(() => true)
    )
    expect(emailChoices(["payout_paid", "of_yesterday"])).toMatchObject({
      payout_paid: false,
      payout_failed: true,
    })
  })

  test("stay as they are when they are not named", () => {
    const off = ["tier_changed", "payout_paid"]
    expect(emailsOffAfter(off, {})).toEqual(["payout_paid", "tier_changed"])
    expect(emailsOffAfter(off, { payout_paid: true })).toEqual(["tier_changed"])
    expect(emailsOffAfter(off, { payout_paid: false })).toHaveLength(2)
    expect(emailsOffAfter(off, { payout_failed: false })).toHaveLength(3)
  })
})

describe("the e-mail about a payout", () => {
  const payout: PayoutToTell = {
    id: "affpay_1",
    display_id: 7,
    status: "paid",
    amount: 39.6,
    currency_code: "usd",
    reference: null,
    failure_reason: null,
    attempt: 1,
    affiliate: { id: "aff_1", name: "Ada", email: "ada@example.com" },
  }
  const textOf = (changes: Partial<PayoutToTell>, digits: number) =>
    payoutEmail({ ...payout, ...changes }, digits, null).content?.text

  test.each<[Partial<PayoutToTell>, number, string]>([
    [{}, 2, "39.60 USD was sent"],
    [{ currency_code: "jpy", amount: 25 }, 0, "25 JPY was sent"],
    [{ currency_code: "kwd", amount: 1.5 }, 3, "1.500 KWD was sent"],
    [
      { status: "failed", failure_reason: "Account closed" },
      2,
      "39.60 USD did not go through (Account closed)",
    ],
  ])(
    "says the sum with the currency's own digits: %j",
    (changes, digits, said) => {
      expect(textOf(changes, digits)).toContain(said)
    }
  )

  test("is another one when it is tried again, and the same one otherwise", () => {
    const keyOf = (changes: Partial<PayoutToTell>) =>
      payoutEmail({ ...payout, ...changes }, 2, null).idempotency_key
    expect(keyOf({ amount: 1 })).toBe(keyOf({}))
    expect(keyOf({ attempt: 2 })).not.toBe(keyOf({}))
    expect(keyOf({ status: "failed" })).not.toBe(keyOf({}))
  })
})

test("who was turned down is told when to apply again", () => {
  const { content } = applicationEmail(
    {
      id: "aff_1",
      name: "Ada",
      email: "ada@example.com",
      program_name: "Makers",
      status: "rejected",
      decided_at: "2026-01-01T00:00:00.000Z",
      reapply_at: "2026-02-03T04:05:06.000Z",
    },
    null
  )
  expect(content?.text).toContain("apply again from 2026-02-03 on")
})
