import fc from "fast-check"
import { toAmount, ZERO } from "../../src/modules/affiliate/domain/money"
import {
  Payee,
  PayoutAsked,
  refusePayee,
} from "../../src/modules/affiliate/domain/payee"
import {
  BatchSums,
  candidateOf,
} from "../../src/modules/affiliate/domain/payout-batches/due"

const SCOPE = {
  currency_code: "usd",
  provider: null,
  loaded: ["manual", "wire"],
}

const METHOD = {
  provider: "manual",
  payouts_enabled: true,
  note: null,
  cool_off_until: null,
}

/** Somebody whom nothing keeps from being paid 60. */
const payee = (fields: Partial<Payee> = {}): Payee => ({
  affiliate_id: "aff_1",
  status: "approved",
  identity_status: "not_required",
  identity_rule: { identity_required: "never", identity_amounts: [] },
  agreement: null,
  method: METHOD,
  tax_hold: null,
  minimum: toAmount(50),
  available: toAmount(60),
  requested: ZERO,
  paid: ZERO,
  ...fields,
})

const DUE_AGREEMENT = {
  version: 3,
  requires_acceptance: true,
  accepted_at: null,
}

test("whoever nothing keeps from it is due, with all that is available, by the method on file", () => {
  expect(candidateOf(payee(), SCOPE)).toMatchObject({
    due: true,
    provider: "manual",
    amount: toAmount(60),
  })
})

test.each<[string, Partial<Payee>, string, string]>([
  [
    "suspended",
    { status: "suspended" },
    "not_approved",
    "This affiliate is suspended: only an approved affiliate can request a payout",
  ],
  [
    "not approved yet",
    { status: "pending" },
    "not_approved",
    "This affiliate is pending: only an approved affiliate can request a payout",
  ],
  [
    "with an agreement to accept",
    { agreement: DUE_AGREEMENT },
    "agreement_due",
    "Payouts wait until the affiliate has accepted version 3 of the program's agreement",
  ],
  [
    "to be identified",
    { identity_rule: { identity_required: "always", identity_amounts: [] } },
    "identity_needed",
    "Payouts wait until the affiliate's identity is verified: nothing has been handed in yet",
  ],
  [
    "to be identified above what was paid, requested and is due together",
    {
      identity_rule: {
        identity_required: "above_amount",
        identity_amounts: [{ currency_code: "usd", amount: 100 }],
      },
      paid: toAmount(30),
      requested: toAmount(11),
    },
    "identity_needed_above",
    "Payouts of more than 100 USD in all wait until the affiliate's identity is verified: nothing has been handed in yet",
  ],
  [
    "held for tax from an amount on",
    { tax_hold: { from: toAmount(60), words: "A tax form is missing" } },
    "tax",
    "A tax form is missing",
  ],
  [
    "without a method",
    { method: null },
    "no_method",
    "No payout method is on file: save one before a payout is made",
  ],
  [
    "whose account is not ready",
    {
      method: {
        ...METHOD,
        payouts_enabled: false,
        note: "Verify your e-mail",
      },
    },
    "account_not_ready",
    "Money cannot be sent to the payout account yet: Verify your e-mail",
  ],
  [
    "whose account took another one's place a little while ago",
    { method: { ...METHOD, cool_off_until: new Date("2026-12-01T10:15:59Z") } },
    "cool_off",
    "Another account was put on file for payouts: to keep the money safe, payouts to it wait until 2026-12-01 10:15 UTC",
  ],
  [
    "whose provider is gone",
    { method: { ...METHOD, provider: "gone" } },
    "provider_not_loaded",
    "The payout provider gone is not one of this store any more",
  ],
  [
    "below the minimum",
    { available: toAmount("49.99") },
    "below_minimum",
    "The amount of 49.99 USD is below the minimum payout of 50 USD",
  ],
  [
    "in debt",
    { available: toAmount("-12.50") },
    "nothing_available",
    "Nothing is available to be paid out in USD: 12.5 is owed from earlier payouts",
  ],
])("somebody %s is not due", (_, fields, reason, message) => {
  expect(candidateOf(payee(fields), SCOPE)).toMatchObject({
    due: false,
    reason,
    message,
  })
})

test("a hold for tax lets what is less than its amount pass", () => {
  const held = payee({
    tax_hold: { from: toAmount("60.01"), words: "No form" },
  })
  expect(candidateOf(held, SCOPE).due).toBe(true)
})

test("a batch of one provider is for those who are paid through it", () => {
  const wire = { ...SCOPE, provider: "wire" }
  expect(candidateOf(payee(), wire)).toMatchObject({
    due: false,
    reason: "other_method",
  })
  expect(
    candidateOf(
      payee({
        method: { ...METHOD, provider: "wire" },
      }),
      wire
    )
  ).toMatchObject({ due: true, provider: "wire" })
})

const amounts = fc
  .integer({ min: -20_000, max: 20_000 })
  .map((cents) => toAmount(cents).div(100))
const payees: fc.Arbitrary<Payee> = fc.record({
  affiliate_id: fc.uuid(),
  status: fc.constantFrom("approved", "approved", "suspended", "pending"),
  identity_status: fc.constantFrom(
    "not_required",
    "pending",
    "verified",
    "rejected"
  ),
  identity_rule: fc.record({
    identity_required: fc.constantFrom("never", "always", "above_amount"),
    identity_amounts: fc.constantFrom(
      [],
      [{ currency_code: "usd", amount: 100 }]
    ),
  }),
  agreement: fc.constantFrom(
    null,
    DUE_AGREEMENT,
    { ...DUE_AGREEMENT, accepted_at: new Date("2026-01-01") },
    { ...DUE_AGREEMENT, requires_acceptance: false }
  ),
  method: fc.constantFrom(
    null,
    METHOD,
    { ...METHOD, provider: "wire" },
    { ...METHOD, provider: "wire", payouts_enabled: false, note: "No" },
    { ...METHOD, cool_off_until: new Date("2026-12-01") },
    { ...METHOD, provider: "gone" }
  ),
  tax_hold: fc.constantFrom(null, { from: toAmount(10), words: "No form" }),
  minimum: fc.constantFrom(ZERO, toAmount(50)),
  available: amounts,
  requested: amounts.map((amount) => amount.abs()),
  paid: amounts.map((amount) => amount.abs()),
})

test("who is due could ask for it, and who is not could not: one rule for both", () => {
  fc.assert(
    fc.property(
      payees,
      fc.constantFrom(null, "manual", "wire"),
      (one, provider) => {
        const candidate = candidateOf(one, { ...SCOPE, provider })
        const asked: PayoutAsked = {
          currency_code: "usd",
          amount: one.available,
          approved_only: true,
          provider: null,
        }
        const refusal = refusePayee(one, asked)
        if (candidate.due) {
          expect(refusal).toBeNull()
          expect(candidate.amount.gt(0)).toBe(true)
          expect(candidate.amount.gte(one.minimum)).toBe(true)
          expect(provider === null || candidate.provider === provider).toBe(
            true
          )
        } else if (
          !["other_method", "provider_not_loaded"].includes(candidate.reason)
        ) {
          expect(refusal?.reason).toBe(candidate.reason)
        }
      }
    ),
    { numRuns: 500 }
  )
})

test("totals add up by provider, exactly, whatever the pages", () => {
  fc.assert(
    fc.property(fc.array(payees, { maxLength: 40 }), fc.nat(40), (all, cut) => {
      const candidates = all.map((one) => candidateOf(one, SCOPE))
      const sums = new BatchSums()
      sums.add(candidates.slice(0, cut))
      sums.add(candidates.slice(cut))
      const totals = sums.totals()
      const due = candidates.filter((candidate) => candidate.due)
      const cents = (texts: string[]) =>
        texts.reduce((total, text) => total + Math.round(Number(text) * 100), 0)
      expect(totals.count).toBe(due.length)
      expect(totals.not_due_count).toBe(all.length - due.length)
      expect(cents(totals.rails.map(({ amount }) => amount))).toBe(
        cents([totals.amount])
      )
      expect(cents([totals.amount, totals.not_due_amount])).toBe(
        cents(
          all
            .filter(({ available }) => available.gt(0))
            .map(({ available }) => available.toFixed())
        )
      )
    }),
    { numRuns: 100 }
  )
})
