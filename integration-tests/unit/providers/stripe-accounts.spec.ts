import {
  accountIdentity,
  accountState,
  type AccountFacts,
} from "../../../src/providers/stripe-connect/account-state"
import { requirementWords } from "../../../src/providers/stripe-connect/account-words"

type Requirements = NonNullable<AccountFacts["requirements"]>

const facts = (
  changes: Partial<AccountFacts>,
  asked: Partial<Requirements> = {}
): AccountFacts => ({
  payouts_enabled: true,
  details_submitted: true,
  capabilities: { transfers: "active" },
  requirements: {
    alternatives: [],
    current_deadline: null,
    currently_due: [],
    disabled_reason: null,
    errors: [],
    eventually_due: [],
    past_due: [],
    pending_verification: [],
    ...asked,
  },
  ...changes,
})

const stopped = { payouts_enabled: false }

test("money is sent only where Stripe takes it and hands it on", () => {
  expect(accountState(facts({}))).toEqual({ payouts_enabled: true })
  expect(accountState(facts(stopped)).payouts_enabled).toBe(false)
  for (const transfers of ["inactive", "pending", undefined] as const) {
    expect(
      accountState(facts({ capabilities: { ...(transfers && { transfers }) } }))
        .payouts_enabled
    ).toBe(false)
  }
  expect(accountState(facts({ capabilities: undefined })).payouts_enabled).toBe(
    false
  )
})

test.each<[string, AccountFacts, RegExp]>([
  [
    "nothing given yet",
    facts({ ...stopped, details_submitted: false }),
    /not finished/,
  ],
  [
    "something due",
    facts(stopped, {
      disabled_reason: "requirements.past_due",
      past_due: ["external_account"],
      currently_due: ["external_account", "individual.dob.day"],
    }),
    /^Stripe still needs a bank account or debit card and a date of birth$/,
  ],
  [
    "being verified",
    facts(stopped, { disabled_reason: "requirements.pending_verification" }),
    /verifying/,
  ],
  [
    "being looked at",
    facts(stopped, { disabled_reason: "under_review" }),
    /looking at/,
  ],
  [
    "paused by the store",
    facts(stopped, { disabled_reason: "platform_paused" }),
    /store has paused/,
  ],
  [
    "rejected",
    facts(stopped, {
      disabled_reason: "rejected.terms_of_service",
      currently_due: ["external_account"],
    }),
    /rejected the account \(terms of service\)/,
  ],
  [
    "transfers not active",
    facts({ capabilities: { transfers: "inactive" } }),
    /not enabled transfers/,
  ],
  ["no bank yet", facts(stopped), /out to a bank/],
])("why not, in words: %s", (_, account, note) =>
  expect(accountState(account).note).toMatch(note)
)

test("a person is verified only when Stripe asks for nothing more", () => {
  expect(accountIdentity(facts({}))).toEqual({ status: "verified" })
  expect(
    accountIdentity(facts({}, { currently_due: ["individual.id_number"] }))
  ).toEqual({
    status: "pending",
    note: "Stripe still needs a tax or identity number",
  })
  expect(
    accountIdentity(
      facts({}, { pending_verification: ["individual.verification.document"] })
    )
  ).toEqual({ status: "pending", note: "Stripe is verifying the details" })
  expect(accountIdentity(facts(stopped)).status).toBe("pending")
  expect(
    accountIdentity(facts(stopped, { disabled_reason: "rejected.fraud" }))
  ).toEqual({
    status: "rejected",
    note: "Stripe has rejected the account (fraud)",
  })
})

test.each([
  [["individual.first_name", "individual.last_name"], "a name"],
  [["tos_acceptance.ip", "tos_acceptance.date"], "agreement to Stripe's terms"],
  [["person_1AbC.verification.document"], "an identity document"],
  [["individual.address.line1", "individual.address.city"], "an address"],
  [["individual.verification.proof_of_liveness"], "a photo of yourself"],
  [["business_profile.url"], "a website or description"],
  [["individual.something_new"], "something new"],
  [
    [
      "external_account",
      "individual.email",
      "individual.phone",
      "individual.dob.day",
      "individual.first_name",
      "business_type",
      "business_profile.mcc",
    ],
    "a bank account or debit card, an e-mail address, a phone number, a date of birth, a name and more",
  ],
])("%j is %s", (names, words) => expect(requirementWords(names)).toBe(words))
