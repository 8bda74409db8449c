import { addDiscountCode, buy, signUp, useStore } from "../../harness"
import { uniqueEmail, unique } from "../../support/people"
import { addAffiliate, addProgram, balanceOf } from "../../support/programs"
import { click, remember } from "../../support/touches"
import {
  expectHealthy,
  untilReconciled,
  type VerdictAnswer,
} from "../../support/verdicts"

/** What goes wrong with who is credited. */
const store = useStore()

let program_id: string
beforeAll(async () => {
  program_id = await addProgram(store)
})

const add = (name: string, fields = {}) =>
  addAffiliate(store, { name, program_id, ...fields })

/** Buys a Mug; answers the verdict. */
const judge = async (
  purchase: Partial<Parameters<typeof buy>[1]>
): Promise<VerdictAnswer> => {
  const { shop } = store
  const { id } = await buy(shop, { items: [{ ware: shop.mug }], ...purchase })
  return await untilReconciled(store, id)
}

const stepsOf = ({ trace }: VerdictAnswer, step: string) =>
  trace.filter((one) => one.step === step)

const credited = ({ affiliate_id, source }: VerdictAnswer) => ({
  affiliate_id,
  source,
})

describe("who was credited, and why not another,", () => {
  test("is told step by step: the larger discount, the smaller, the click, the bond, the terms", async () => {
    const [small, large, clicked, bound] = [
      await add("Small", { discount_percent: 5 }),
      await add("Large", { discount_percent: 10 }),
      await add("Clicked"),
      await add("Bound"),
    ]
    const email = uniqueEmail()
    await judge({ email, beforePayment: remember({ code: bound.code }) })
    const click_id = await click(store.shop, clicked.code, unique("visitor"))
    const verdict = await judge({
      email,
      code: [small.code, large.code],
      beforePayment: remember({ click_id }),
    })

    expect(credited(verdict)).toEqual({
      affiliate_id: large.id,
      source: "code",
    })
    const [first, second] = stepsOf(verdict, "code")
    expect(first).toMatchObject({
      found: expect.stringContaining(`${large.code} of Large`),
      followed: "Large is credited",
      facts: {
        kind: "code",
        affiliate_id: large.id,
        code: large.code,
        // Of 20: Medusa takes the larger percentage off first.
        discount: "2",
        currency_code: "usd",
        outcome: "credited",
      },
    })
    expect(second).toMatchObject({
      found: expect.stringContaining(`${small.code} of Small`),
      followed: "something stronger was found",
      facts: { kind: "code", code: small.code, outcome: "outranked" },
    })
    expect(stepsOf(verdict, "click")).toEqual([
      expect.objectContaining({
        found: expect.stringContaining("Clicked"),
        followed: "something stronger was found",
      }),
    ])
    expect(stepsOf(verdict, "attribution")).toEqual([
      expect.objectContaining({
        found: expect.stringContaining("bound to Bound"),
      }),
    ])
    expect(stepsOf(verdict, "terms")[0]).toMatchObject({
      found: expect.stringContaining("20 %"),
      facts: { kind: "terms", commission_value: "20", currency_code: "usd" },
    })
    expect(stepsOf(verdict, "entitlement").map(({ facts }) => facts)).toEqual([
      {
        kind: "base",
        amount: verdict.base_total.toFixed(2),
        currency_code: "usd",
      },
      {
        kind: "owed",
        amounts: [{ level: 1, amount: verdict.commission_total.toFixed(2) }],
        currency_code: "usd",
      },
    ])
  })

  test("is told for an order that earned nobody anything, too", async () => {
    const verdict = await judge({})
    expect(verdict).toMatchObject({
      outcome: "none",
      reason: "no_touch",
      affiliate_id: null,
      commission_total: 0,
      commissions: [],
    })
    expect(verdict.trace.map(({ step }) => step)).toEqual([
      "code",
      "click",
      "attribution",
    ])
  })
})

test("a coupon of no affiliate leaves the credit of the click as it was", async () => {
  const { shop } = store
  const affiliate = await add("Linked")
  const coupon = unique("TEN")
  await addDiscountCode(shop, coupon, 10)
  const click_id = await click(shop, affiliate.code, unique("visitor"))
  const verdict = await judge({
    code: coupon,
    beforePayment: remember({ click_id }),
  })

  expect(credited(verdict)).toEqual({
    affiliate_id: affiliate.id,
    source: "click",
  })
  expect(verdict).toMatchObject({ base_total: 18, commission_total: 3.6 })
})

describe("a guest's order", () => {
  test("binds the account that is made later with the same e-mail, in any letter case", async () => {
    const { shop } = store
    const affiliate = await add("Early")
    const email = uniqueEmail()
    await judge({
      email: email.toUpperCase(),
      beforePayment: remember({ code: affiliate.code }),
    })
    const customer = await signUp(shop, email)
    const verdict = await judge({ customer })

    expect(credited(verdict)).toEqual({
      affiliate_id: affiliate.id,
      source: "attribution",
    })
    expect(verdict.commissions[0]).toMatchObject({ kind: "trailing" })
    expect(verdict.attribution).toMatchObject({ affiliate_id: affiliate.id })
  })

  test("of somebody else does not", async () => {
    const { shop } = store
    const affiliate = await add("Early")
    await judge({ beforePayment: remember({ code: affiliate.code }) })
    const customer = await signUp(shop, uniqueEmail())
    expect(await judge({ customer })).toMatchObject({ reason: "no_touch" })
  })
})

describe("an affiliate's own purchase", () => {
  const own = async (self_referral: "block" | "flag" | "allow") => {
    const affiliate = await add("Selfish", {
      program_id: await addProgram(store, { self_referral }),
      email: `${unique("self")}@gmail.com`,
    })
    const [name] = affiliate.email.split("@")
    const buyer = `${name?.toUpperCase()}+deal@GoogleMail.com`
    return {
      affiliate,
      verdict: await judge({
        email: buyer,
        beforePayment: remember({ code: affiliate.code }),
      }),
    }
  }

  test("with the own e-mail at the guest checkout earns nothing, however it is written, and the trace says so", async () => {
    const { affiliate, verdict } = await own("block")
    expect(verdict).toMatchObject({
      outcome: "none",
      reason: "self_referral",
      commission_total: 0,
    })
    expect(stepsOf(verdict, "code")[0]?.followed).toContain(
      "self-referrals are blocked"
    )
    expect(await balanceOf(store, affiliate.id)).toMatchObject({ pending: 0 })
  })

  test("is held by risk where the program flags it", async () => {
    const { affiliate, verdict } = await own("flag")
    expect(verdict).toMatchObject({
      affiliate_id: affiliate.id,
      flagged: true,
      commissions: [{ held: true, hold_source: "risk", status: "pending" }],
    })
  })

  test("earns where the program allows it", async () => {
    const { affiliate, verdict } = await own("allow")
    expect(verdict).toMatchObject({
      affiliate_id: affiliate.id,
      flagged: false,
      commissions: [{ held: false, amount: 4 }],
    })
  })

  test("with an account of another e-mail is known by the customer", async () => {
    const { shop } = store
    const customer = await signUp(shop, uniqueEmail())
    const affiliate = await add("Linked", { customer_id: customer.id })
    const verdict = await judge({
      customer,
      beforePayment: remember({ code: affiliate.code }),
    })
    expect(verdict).toMatchObject({ reason: "self_referral" })
  })

  test("does not become the earning of the level above by going around it", async () => {
    const levels = [{ level: 2, percent: 5, basis: "order" as const }]
    const program_id = await addProgram(store, { levels })
    const parent = await add("Parent", { program_id })
    const child = await add("Child", { program_id, parent_id: parent.id })
    const verdict = await judge({
      email: parent.email,
      beforePayment: remember({ code: child.code }),
    })
    expect(verdict.commissions.map(({ level }) => level)).toEqual([1])
    expect(stepsOf(verdict, "level")[0]).toMatchObject({
      followed: expect.stringContaining("is the buyer"),
      facts: {
        kind: "level",
        level: 2,
        affiliate_id: parent.id,
        outcome: "passed_over",
        refusal: "self_referral",
      },
    })
  })
})

test("the books agree after all of it", () => expectHealthy(store))
