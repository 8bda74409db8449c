import { entitlementsOf } from "../../src/modules/affiliate/domain/entitlement"
import { entitlementTrace } from "../../src/modules/affiliate/domain/entitlement-trace"
import { toAmount } from "../../src/modules/affiliate/domain/money"
import { line, snapshot, terms } from "./support/orders"
import {
  ago,
  bond,
  candidate,
  click,
  code,
  DAY_MS,
  judged,
} from "./support/touches"

describe("the facts of a verdict", () => {
  const ada = candidate("Ada")
  const bob = candidate("Bob")
  const cid = candidate("Cid", { status: "suspended" })
  const dan = candidate("Dan", {
    self_referral: "flag",
    email: "shopper@example.com",
  })
  const factsOf = (parts: Parameters<typeof judged>[0]) =>
    judged(parts).trace.map(({ facts }) => facts)

  test("say of each touch what came of it", () => {
    expect(
      factsOf({
        codes: [code(ada, { discount: 10 }), code(cid, { discount: 25.5 })],
        clicks: [click(bob, ago(DAY_MS))],
        bond: bond(bob, { ends: ago(-DAY_MS) }),
      })
    ).toEqual([
      {
        kind: "code",
        affiliate_id: "aff_cid",
        affiliate_name: "Cid",
        code: "CID",
        discount: "25.5",
        currency_code: "usd",
        outcome: "passed_over",
        refusal: "affiliate_suspended",
      },
      {
        kind: "code",
        affiliate_id: "aff_ada",
        affiliate_name: "Ada",
        code: "ADA",
        discount: "10",
        currency_code: "usd",
        outcome: "credited",
      },
      {
        kind: "click",
        affiliate_id: "aff_bob",
        affiliate_name: "Bob",
        clicked_at: "2026-02-28T12:00:00.000Z",
        outcome: "outranked",
      },
      {
        kind: "attribution",
        affiliate_id: "aff_bob",
        affiliate_name: "Bob",
        ends_at: "2026-03-02T12:00:00.000Z",
        outcome: "outranked",
      },
    ])
  })

  test("say what was looked for in vain", () => {
    expect(factsOf({})).toEqual([
      { kind: "none_found", of: "code" },
      { kind: "none_found", of: "click" },
      { kind: "none_found", of: "attribution" },
    ])
    expect(
      factsOf({
        clicks: [click(ada, ago(60 * DAY_MS))],
        bond: bond(ada, { ends: ago(DAY_MS) }),
      })
    ).toEqual([
      { kind: "none_found", of: "code" },
      { kind: "clicks_outside", clicks: 1 },
      {
        kind: "attribution_ended",
        affiliate_id: "aff_ada",
        affiliate_name: "Ada",
        ended_at: "2026-02-28T12:00:00.000Z",
      },
    ])
    expect(factsOf({ bond: bond(ada, { starts: ago(-DAY_MS) }) })[2]).toEqual({
      kind: "none_found",
      of: "attribution",
    })
  })

  test("say an admin's word, also for nobody", () => {
    const note = "by phone"
    expect(factsOf({ manual: { candidate: ada, note } })).toEqual([
      {
        kind: "manual",
        affiliate_id: "aff_ada",
        affiliate_name: "Ada",
        note,
        outcome: "credited",
      },
    ])
    expect(factsOf({ manual: { candidate: null, note } })).toEqual([
      { kind: "manual_nobody", note },
    ])
  })

  test("say that the buyer is credited", () => {
    expect(factsOf({ codes: [code(dan)] }).at(-1)).toEqual({
      kind: "own_purchase",
      affiliate_id: "aff_dan",
      affiliate_name: "Dan",
    })
  })
})

describe("the facts of what is owed", () => {
  const pinned = terms({
    levels: [
      { level: 2, affiliate_id: "aff_up", percent: "5", basis: "order" },
    ],
  })
  const order = {
    currency_code: "kwd",
    digits: 3,
    items: [line("shirt", { net: 180 })],
    total: toAmount(180),
    total_before_refunds: toAmount(180),
  }
  const factsOf = (parts: Parameters<typeof snapshot>[0]) => {
    const stands = snapshot({ ...order, ...parts })
    return entitlementTrace(
      stands,
      entitlementsOf(stands, "aff_ada", pinned)
    ).map(({ step, facts }) => ({ step, ...facts }))
  }

  test("are the base and the amounts, with the digits of the currency", () => {
    expect(factsOf({})).toEqual([
      {
        step: "entitlement",
        kind: "base",
        amount: "180.000",
        currency_code: "kwd",
      },
      {
        step: "entitlement",
        kind: "owed",
        amounts: [
          { level: 1, amount: "36.000" },
          { level: 2, amount: "9.000" },
        ],
        currency_code: "kwd",
      },
    ])
  })

  test("say what is left after money was refunded with no goods back", () => {
    expect(factsOf({ total: toAmount(90) })).toEqual([
      expect.objectContaining({ kind: "base", amount: "180.000" }),
      {
        step: "entitlement",
        kind: "refunds",
        left: "90.000",
        total: "180.000",
        currency_code: "kwd",
      },
      expect.objectContaining({
        kind: "owed",
        amounts: [
          { level: 1, amount: "18.000" },
          { level: 2, amount: "4.500" },
        ],
      }),
    ])
  })

  test("of a cancelled order are only that", () => {
    expect(factsOf({ canceled_at: new Date() })).toEqual([
      { step: "entitlement", kind: "canceled" },
    ])
  })
})
