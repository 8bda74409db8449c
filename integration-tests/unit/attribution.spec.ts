import { Candidate } from "../../src/modules/affiliate/domain/attribution"
import {
  ago,
  bond,
  candidate,
  click,
  code,
  DAY_MS,
  judged,
} from "./support/touches"
import { PLACED_AT } from "./support/orders"

const ada = candidate("Ada")
const bob = candidate("Bob")
const cid = candidate("Cid")
const dan = candidate("Dan")

describe("precedence", () => {
  const everything = {
    manual: { candidate: ada, note: "agreed by phone" },
    codes: [code(bob)],
    clicks: [click(cid, ago(1000))],
    bond: bond(dan),
  }

  test.each([
    ["an admin's word before all else", everything, "aff_ada", "manual"],
    ["then a code", { ...everything, manual: null }, "aff_bob", "code"],
    [
      "then a click",
      { ...everything, manual: null, codes: [] },
      "aff_cid",
      "click",
    ],
    [
      "then the customer's attribution",
      { ...everything, manual: null, codes: [], clicks: [] },
      "aff_dan",
      "attribution",
    ],
  ])("%s", (_name, touches, affiliate_id, source) => {
    expect(judged(touches)).toMatchObject({
      outcome: "attributed",
      affiliate_id,
      source,
      reason: source,
      flagged: false,
    })
  })

  test("without any touch nobody is credited, and nothing is said of a code or click", () => {
    expect(judged({})).toMatchObject({
      outcome: "none",
      reason: "no_touch",
      affiliate_id: null,
      source: null,
      code_id: null,
      click_id: null,
      flagged: false,
    })
  })

  test("an admin's word that nobody is to be credited stands against every touch", () => {
    const manual = { candidate: null, note: "bought in the shop" }
    expect(judged({ ...everything, manual })).toMatchObject({
      outcome: "none",
      reason: "manual_none",
      affiliate_id: null,
    })
  })

  test("the verdict names the code or the click that won, and only that", () => {
    const byCode = judged({
      codes: [code(bob)],
      clicks: [click(cid, ago(1000), "affclk_1")],
    })
    expect(byCode).toMatchObject({ code_id: "affcode_Bob", click_id: null })
    const byClick = judged({ clicks: [click(cid, ago(1000), "affclk_1")] })
    expect(byClick).toMatchObject({ code_id: null, click_id: "affclk_1" })
  })
})

describe("codes of several affiliates", () => {
  test.each([
    ["the larger discount wins", { discount: 10 }, { discount: 25 }, "aff_bob"],
    [
      "however much older the other is",
      { discount: 10, created: ago(900 * DAY_MS) },
      { discount: 10.01 },
      "aff_bob",
    ],
    ["any discount beats none", { discount: 0 }, { discount: 0.01 }, "aff_bob"],
    [
      "on a tie, the code created first",
      { created: ago(1) },
      { created: ago(2) },
      "aff_bob",
    ],
    [
      "on a tie of codes without a discount too",
      { discount: 0, created: ago(1) },
      { discount: 0, created: ago(2) },
      "aff_bob",
    ],
    [
      "of the same moment, always the same one",
      { created: ago(1), id: "affcode_2" },
      { created: ago(1), id: "affcode_1" },
      "aff_bob",
    ],
  ])("%s", (_name, ofAda, ofBob, winner) => {
    const codes = [code(ada, ofAda), code(bob, ofBob)]
    expect(judged({ codes }).affiliate_id).toBe(winner)
    expect(judged({ codes: codes.reverse() }).affiliate_id).toBe(winner)
  })
})

describe("clicks", () => {
  const window = 30 * DAY_MS

  test.each([
    ["at the moment of the order", 0, "aff_ada"],
    ["on the last millisecond of the window", window, "aff_ada"],
    ["a millisecond after the window", window + 1, null],
    ["a millisecond after the order", -1, null],
  ])("%s", (_name, age, winner) => {
    expect(judged({ clicks: [click(ada, ago(age))] }).affiliate_id).toBe(winner)
  })

  test("each click has the window of its own program", () => {
    const short = candidate("Short", { attribution_window_days: 1 })
    const long = candidate("Long", { attribution_window_days: 60 })
    const clicks = [
      click(short, ago(2 * DAY_MS)),
      click(long, ago(59 * DAY_MS)),
    ]
    expect(judged({ clicks }).affiliate_id).toBe("aff_long")
  })

  test("a window of no days is a click in the same moment", () => {
    const none = candidate("None", { attribution_window_days: 0 })
    expect(judged({ clicks: [click(none, ago(0))] }).affiliate_id).toBe(
      "aff_none"
    )
    expect(judged({ clicks: [click(none, ago(1))] }).affiliate_id).toBe(null)
  })

  test("the last touch wins", () => {
    const clicks = [
      click(ada, ago(3000)),
      click(bob, ago(1000)),
      click(cid, ago(2000)),
    ]
    expect(judged({ clicks }).affiliate_id).toBe("aff_bob")
  })

  test("the first touch wins where the latest click's program says so", () => {
    const first = { attribution_model: "first_touch" } as const
    const clicks = [
      click(candidate("Ada", first), ago(3000)),
      click(candidate("Bob", first), ago(1000)),
    ]
    expect(judged({ clicks }).affiliate_id).toBe("aff_ada")
    expect(
      judged({ clicks: [clicks[0]!, click(bob, ago(500))] }).affiliate_id
    ).toBe("aff_bob")
  })

  test("a first touch outside the window is no touch", () => {
    const first = { attribution_model: "first_touch" } as const
    const clicks = [
      click(candidate("Ada", first), ago(window + 1)),
      click(candidate("Bob", first), ago(3000)),
      click(candidate("Cid", first), ago(1000)),
    ]
    expect(judged({ clicks }).affiliate_id).toBe("aff_bob")
  })

  test("an order with a code that is no affiliate's is still credited to the click", () => {
    // A code of nobody is not among the touches: Medusa's own promotion says nothing about who sent the shopper.
    expect(
      judged({ codes: [], clicks: [click(ada, ago(1000))] })
    ).toMatchObject({
      affiliate_id: "aff_ada",
      source: "click",
    })
  })
})

describe("the customer's attribution", () => {
  test.each([
    ["from its own moment on", { starts: ago(0) }, "aff_dan"],
    ["not before it began", { starts: ago(-1) }, null],
    ["until its last moment", { ends: ago(0) }, "aff_dan"],
    ["not a millisecond longer", { ends: ago(1) }, null],
    ["for ever", { ends: null }, "aff_dan"],
  ])("%s", (_name, times, winner) => {
    expect(judged({ bond: bond(dan, times) }).affiliate_id).toBe(winner)
  })
})

describe("who may not earn", () => {
  const refused: [string, Partial<Candidate>, string][] = [
    ["suspended", { status: "suspended" }, "affiliate_suspended"],
    ["pending", { status: "pending" }, "affiliate_pending"],
    ["rejected", { status: "rejected" }, "affiliate_rejected"],
    [
      "in a program that is not active",
      { program_active: false },
      "program_inactive",
    ],
  ]

  test.each(refused)(
    "an affiliate who is %s, by any touch",
    (_name, parts, reason) => {
      const eve = candidate("Eve", parts)
      const none = { outcome: "none", affiliate_id: null, reason }
      expect(judged({ codes: [code(eve)] })).toMatchObject(none)
      expect(judged({ clicks: [click(eve, ago(1000))] })).toMatchObject(none)
      expect(judged({ bond: bond(eve) })).toMatchObject(none)
      expect(judged({ manual: { candidate: eve, note: "" } })).toMatchObject(
        none
      )
    }
  )

  test.each(refused)(
    "one who is %s is passed over for the next touch",
    (_name, parts) => {
      const eve = candidate("Eve", parts)
      expect(
        judged({ codes: [code(eve), code(bob, { discount: 1 })] }).affiliate_id
      ).toBe("aff_bob")
      expect(
        judged({ codes: [code(eve)], clicks: [click(cid, ago(1000))] })
      ).toMatchObject({
        affiliate_id: "aff_cid",
        source: "click",
      })
      expect(judged({ codes: [code(eve)], bond: bond(dan) }).source).toBe(
        "attribution"
      )
    }
  )

  test("the reason is that of the strongest touch", () => {
    const eve = candidate("Eve", { status: "suspended" })
    const fay = candidate("Fay", { status: "pending" })
    expect(
      judged({ codes: [code(eve)], clicks: [click(fay, ago(1))] }).reason
    ).toBe("affiliate_suspended")
  })
})

describe("buying through one's own code", () => {
  const own = { customer_id: "cus_ada", email: "ada@partners.example" }
  const ofAda = (parts: Partial<Candidate> = {}) =>
    candidate("Ada", { customer_id: "cus_ada", ...parts })

  test.each([
    [
      "the same customer under another e-mail",
      { customer_id: "cus_ada", email: "other@example.com" },
    ],
    [
      "the same e-mail as a guest",
      { customer_id: null, email: "ada@partners.example" },
    ],
    [
      "the same e-mail in other letters",
      { customer_id: "cus_9", email: " ADA@Partners.Example " },
    ],
    [
      "the same mailbox with a tag",
      { customer_id: null, email: "ada+shopping@partners.example" },
    ],
  ])("%s is blocked", (_name, buyer) => {
    expect(judged({ ...buyer, codes: [code(ofAda())] })).toMatchObject({
      outcome: "none",
      reason: "self_referral",
    })
  })

  test.each([
    ["another customer", { customer_id: "cus_bob", email: "bob@example.com" }],
    [
      "another mailbox of the same host",
      { customer_id: null, email: "adam@partners.example" },
    ],
    [
      "the same name at another host",
      { customer_id: null, email: "ada@example.com" },
    ],
    ["nobody known", { customer_id: null, email: null }],
  ])("%s is not", (_name, buyer) => {
    expect(judged({ ...buyer, codes: [code(ofAda())] }).affiliate_id).toBe(
      "aff_ada"
    )
  })

  test("an affiliate without an account is not the buyer without one", () => {
    const buyer = { customer_id: null, email: "shopper@example.com" }
    expect(judged({ ...buyer, codes: [code(ada)] }).affiliate_id).toBe(
      "aff_ada"
    )
  })

  test.each([
    ["block", "none", null, false],
    ["flag", "attributed", "aff_ada", true],
    ["allow", "attributed", "aff_ada", false],
  ] as const)(
    "a program that says %s: %s",
    (self_referral, outcome, affiliate_id, flagged) => {
      expect(
        judged({ ...own, codes: [code(ofAda({ self_referral }))] })
      ).toMatchObject({
        outcome,
        affiliate_id,
        flagged,
      })
    }
  )

  test("blocked, the order goes to whoever touched it next", () => {
    const verdict = judged({
      ...own,
      codes: [code(ofAda())],
      clicks: [click(bob, ago(1))],
    })
    expect(verdict).toMatchObject({ affiliate_id: "aff_bob", flagged: false })
  })

  test("an admin may credit it all the same, and a program that flags still flags it", () => {
    const manual = { candidate: ofAda(), note: "a gift" }
    expect(judged({ ...own, manual }).affiliate_id).toBe("aff_ada")
    const flagging = {
      candidate: ofAda({ self_referral: "flag" }),
      note: "a gift",
    }
    expect(judged({ ...own, manual: flagging })).toMatchObject({
      affiliate_id: "aff_ada",
      flagged: true,
    })
  })

  test("only the buyer's own credit is flagged", () => {
    expect(
      judged({ codes: [code(ofAda({ self_referral: "flag" }))] }).flagged
    ).toBe(false)
  })
})

describe("a program for new customers only", () => {
  const fresh = candidate("Fresh", { new_customers_only: true })

  test.each([
    ["a first order", false, "aff_fresh"],
    ["a later order", true, null],
  ])("%s", (_name, returning_customer, winner) => {
    expect(
      judged({ returning_customer, codes: [code(fresh)] }).affiliate_id
    ).toBe(winner)
    expect(
      judged({ returning_customer, clicks: [click(fresh, ago(1))] })
        .affiliate_id
    ).toBe(winner)
  })

  test("says why it pays nothing", () => {
    const verdict = judged({ returning_customer: true, codes: [code(fresh)] })
    expect(verdict.reason).toBe("returning_customer")
  })

  test("goes on paying for the customers it brought", () => {
    const verdict = judged({
      returning_customer: true,
      codes: [code(fresh)],
      bond: bond(fresh),
    })
    expect(verdict).toMatchObject({ affiliate_id: "aff_fresh", source: "code" })
    expect(judged({ returning_customer: true, bond: bond(fresh) }).source).toBe(
      "attribution"
    )
  })

  test("an admin may credit a later order all the same", () => {
    const manual = { candidate: fresh, note: "came back for Fresh" }
    expect(judged({ returning_customer: true, manual }).affiliate_id).toBe(
      "aff_fresh"
    )
  })
})

test("time of day is compared, not the day", () => {
  const evening = new Date(PLACED_AT.getTime() - 30 * DAY_MS - 60_000)
  expect(judged({ clicks: [click(ada, evening)] }).affiliate_id).toBe(null)
})
