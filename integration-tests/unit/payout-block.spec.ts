import {
  AgreementInForce,
  dueVersion,
  problemOfNamedVersion,
} from "../../src/modules/affiliate/domain/agreements"
import { toAmount } from "../../src/modules/affiliate/domain/money"
import {
  blockInWords,
  blockOfPayout,
  IdentityRule,
  IdentityStatus,
} from "../../src/modules/affiliate/domain/payout-block"

const agreement = (parts: Partial<AgreementInForce> = {}) => ({
  version: 2,
  requires_acceptance: true,
  accepted_at: null,
  ...parts,
})

describe("the agreement that is due", () => {
  test.each([
    ["none, where none was published", null, null],
    ["the one in force, until it is accepted", agreement(), 2],
    [
      "none, once it is accepted",
      agreement({ accepted_at: new Date("2026-01-01") }),
      null,
    ],
    [
      "none, where it need not be accepted",
      agreement({ requires_acceptance: false }),
      null,
    ],
  ])("is %s", (_what, in_force, due) => {
    expect(dueVersion(in_force)).toBe(due)
  })
})

describe("the version an applicant names", () => {
  test("is anything, or nothing, where the program has no agreement", () => {
    for (const named of ["1", "2026-11", "", null, undefined])
      expect(problemOfNamedVersion(named, null)).toBeNull()
  })

  test("is the one in force where it has", () => {
    expect(problemOfNamedVersion("3", 3)).toBeNull()
    for (const named of ["2", "4", "03", "3.0", "", null, undefined])
      expect(problemOfNamedVersion(named, 3)).toMatch(
        /'agreement_version' must be 3/
      )
  })
})

const UNVERIFIED: IdentityStatus[] = ["not_required", "pending", "rejected"]

const identity = (
  identity_required: IdentityRule["identity_required"],
  identity_amounts: IdentityRule["identity_amounts"] = []
): IdentityRule => ({ identity_required, identity_amounts })

const block = (
  rule: IdentityRule,
  out: string,
  identity_status: IdentityStatus = "pending",
  currency_code = "usd"
) =>
  blockOfPayout({
    agreement: null,
    identity_status,
    rule,
    currency_code,
    out: toAmount(out),
  })

describe("a payout waits for the identity", () => {
  const above = identity("above_amount", [
    { currency_code: "USD", amount: "600.5" },
  ])

  test("never, where the program does not ask", () => {
    for (const status of UNVERIFIED)
      expect(block(identity("never"), "1000000", status)).toBeNull()
  })

  test("always, where it always asks, until it is verified", () => {
    for (const status of UNVERIFIED)
      expect(block(identity("always"), "0.01", status)).toEqual({
        reason: "identity_needed",
        status,
      })
    expect(block(identity("always"), "0.01", "verified")).toBeNull()
  })

  test("beyond an amount only, to the smallest unit, and in its own currency", () => {
    expect(block(above, "600.5")).toBeNull()
    expect(block(above, "600.51")).toMatchObject({
      reason: "identity_needed_above",
    })
    expect(block(above, "600.51", "verified")).toBeNull()
    expect(block(above, "1000000", "pending", "eur")).toBeNull()
    expect(
      block(
        identity("above_amount", [{ currency_code: "usd", amount: 0 }]),
        "0.01"
      )
    ).toMatchObject({ reason: "identity_needed_above" })
  })
})

test("an agreement is waited for first, also by somebody verified", () => {
  expect(
    blockOfPayout({
      agreement: agreement(),
      identity_status: "verified",
      rule: identity("always"),
      currency_code: "usd",
      out: toAmount(1),
    })
  ).toEqual({ reason: "agreement_due", version: 2 })
})

test("a block says what is waited for, and how it stands", () => {
  expect(blockInWords({ reason: "agreement_due", version: 2 }, "usd")).toMatch(
    /accepted version 2/
  )
  expect(
    blockInWords({ reason: "identity_needed", status: "rejected" }, "usd")
  ).toMatch(/identity is verified: it was rejected/)
  expect(
    blockInWords(
      {
        reason: "identity_needed_above",
        status: "not_required",
        limit: toAmount("600.5"),
      },
      "usd"
    )
  ).toMatch(/more than 600.5 USD in all .*nothing has been handed in/)
})
