import { addWare, buy, capture, refund, useStore } from "../../harness"
import { WITH_ENCRYPTION } from "../../support/affiliates"
import { Fraction } from "../../support/fraction"
import { unique } from "../../support/people"
import { placeOrderA } from "../../support/order-a"
import {
  payOut,
  putBankOnFile,
  release,
  requestPayout,
  sell,
} from "../../support/paying"
import {
  addAffiliate,
  addProgram,
  balancesOf,
  type ProgramFields,
} from "../../support/programs"
import { remember } from "../../support/touches"
import { expectHealthy, untilReconciled } from "../../support/verdicts"
import type { Currency, Line } from "../../harness"

/** What goes wrong with figures. */
const store = useStore({ env: WITH_ENCRYPTION })

/** What an order earns; `discounted` = the code takes 10 % off. */
async function earn({
  items = [{ ware: store.shop.shirt }],
  currency = "usd",
  discounted = false,
  program = {},
}: {
  items?: Line[]
  currency?: Currency
  discounted?: boolean
  program?: ProgramFields
} = {}) {
  const affiliate = await addAffiliate(store, {
    program_id: await addProgram(store, program),
    ...(discounted ? { discount_percent: 10 } : {}),
  })
  const { id } = await buy(store.shop, {
    items,
    currency,
    beforePayment: remember({ code: affiliate.code }),
  })
  const { base_total, commission_total } = await untilReconciled(store, id)
  return { base: base_total, commission: commission_total }
}

describe("the base", () => {
  test("is the discounted price, not the list price", async () => {
    expect(await earn({ discounted: true })).toMatchObject({ base: 90 })
  })

  test("has the discount taken off, and the commission has not: 18, not 20 − 10", async () => {
    expect(await earn({ discounted: true })).toMatchObject({ commission: 18 })
  })

  test("has no tax that is added", async () => {
    expect(await earn()).toEqual({ base: 100, commission: 20 })
  })

  test("has no tax that is in the price: 100 with 19 % is 84.03, the commission 16.81", async () => {
    const { base, commission } = await earn({ currency: "eur" })
    expect(base).toBeCloseTo(100 / 1.19, 8)
    expect(commission).toBe(16.81)
  })

  test("has the tax once where the program counts it, added or in the price", async () => {
    const program = { include_tax: true }
    expect(await earn({ program })).toEqual({ base: 110, commission: 22 })
    expect(await earn({ program, currency: "eur" })).toEqual({
      base: 100,
      commission: 20,
    })
  })

  test("has the shipping only where the program counts it, with its tax where it counts that", async () => {
    expect(await earn({ program: { include_shipping: true } })).toEqual({
      base: 110,
      commission: 22,
    })
    expect(
      await earn({ program: { include_shipping: true, include_tax: true } })
    ).toEqual({ base: 121, commission: 24.2 })
  })

  test("grows with the quantity", async () => {
    const { mug } = store.shop
    expect(await earn({ items: [{ ware: mug, quantity: 7 }] })).toEqual({
      base: 140,
      commission: 28,
    })
  })
})

describe("a percentage", () => {
  test.each([
    [33.3333, 20, 6.67],
    [12.5, 0.04, 0.01],
    [12.5, 0.03, 0],
    [0.5, 99, 0.5],
    [100, 19.99, 19.99],
  ])(
    "of %d on %d is rounded once, half away from zero, to the cent: %d",
    async (commission_value, price, commission) => {
      const ware = await addWare(store.shop, { title: unique("Thing "), price })
      expect(
        await earn({ items: [{ ware }], program: { commission_value } })
      ).toMatchObject({ commission })
    }
  )
})

describe("currencies", () => {
  test.each([
    ["jpy", 0, 333, 67],
    ["kwd", 3, 1.005, 0.201],
    ["kwd", 3, 0.0025, 0.001],
  ] as const)(
    "%s has %d decimals: 20 % of %d is %d",
    async (currency, _, price, commission) => {
      const ware = await addWare(store.shop, {
        title: unique("Thing "),
        price: { [currency]: price },
      })
      expect(await earn({ items: [{ ware }], currency })).toMatchObject({
        commission,
      })
    }
  )

  test("are never added up: one affiliate has a balance in each, and a payout takes from one", async () => {
    const { shop } = store
    const affiliate = await addAffiliate(store, {
      program_id: await addProgram(store, { hold_days: 0 }),
    })
    for (const currency of ["usd", "eur", "jpy", "kwd"] as const) {
      const { id } = await buy(shop, {
        items: [{ ware: shop.shirt }],
        currency,
        beforePayment: remember({ code: affiliate.code }),
      })
      await capture(shop, id)
      await untilReconciled(store, id)
    }
    await release(store)
    await putBankOnFile(store, affiliate.id)
    await payOut(store, affiliate.id, "eur")
    await requestPayout(store, affiliate.id, 5, "jpy")

    const none = { pending: 0, requested: 0, paid: 0 }
    expect(await balancesOf(store, affiliate.id)).toEqual({
      usd: { ...none, available: 20 },
      eur: { ...none, available: 0, paid: 16.81 },
      jpy: { ...none, available: 15, requested: 5 },
      kwd: { ...none, available: 20 },
    })
  })

  test("have their own minimum: one that is not listed has none", async () => {
    const { shop, admin } = store
    const affiliate = await addAffiliate(store, {
      program_id: await addProgram(store, {
        hold_days: 0,
        minimum_payouts: [{ currency_code: "usd", amount: 50 }],
      }),
    })
    await putBankOnFile(store, affiliate.id)
    for (const currency of ["usd", "kwd"] as const) {
      const { id } = await buy(shop, {
        items: [{ ware: shop.shirt }],
        currency,
        beforePayment: remember({ code: affiliate.code }),
        provider: "pp_auto_capture_default",
      })
      await untilReconciled(store, id)
    }
    await release(store)

    const request = (currency_code: string) =>
      admin.post("/admin/affiliate-payouts", {
        affiliate_id: affiliate.id,
        currency_code,
      })
    expect((await request("usd")).status).toBe(400)
    expect((await request("kwd")).body.payout).toMatchObject({ amount: 20 })
  })
})

test("the lists add up to the balances: commissions by status, payouts by status, orders", async () => {
  const { admin, shop } = store
  const program_id = await addProgram(store, { hold_days: 0 })
  const paid = await placeOrderA(store, { affiliate: { program_id } })
  const { affiliate } = paid
  await putBankOnFile(store, affiliate.id)
  await release(store)
  await payOut(store, affiliate.id)
  await sell(store, affiliate.code)
  await sell(store, affiliate.code, [{ ware: shop.mug }])
  await release(store)
  await requestPayout(store, affiliate.id, 15)
  await refund(shop, paid.id, 33)
  await untilReconciled(store, paid.id)
  await buy(shop, {
    items: [{ ware: shop.mug }],
    beforePayment: remember({ code: affiliate.code }),
  }).then(({ id }) => untilReconciled(store, id))

  const filter = { affiliate_id: affiliate.id, limit: 100 }
  const sums = async (path: string, plural: string, field = "amount") => {
    const { body } = await admin.get(`/admin/${path}`, filter)
    expect(body[plural]).toHaveLength(body.count)
    const by = new Map<string, Fraction>()
    for (const row of body[plural]) {
      const key = row.status ?? "all"
      by.set(key, (by.get(key) ?? Fraction.of(0)).plus(Fraction.of(row[field])))
    }
    const total = Fraction.sum([...by.values()]).toNumber()
    return { total, of: (key: string) => by.get(key)?.toNumber() ?? 0 }
  }
  const commissions = await sums("affiliate-commissions", "commissions")
  const payouts = await sums("affiliate-payouts", "payouts")
  const orders = await sums(
    "affiliate-orders",
    "affiliate_orders",
    "commission_total"
  )
  const { usd } = await balancesOf(store, affiliate.id)

  expect(usd).toEqual({
    pending: 3.6,
    available: 0.89,
    requested: 15,
    paid: 39.6,
  })
  const all = Object.values(usd).map((amount) => Fraction.of(amount))
  expect(commissions.total).toBe(Fraction.sum(all).toNumber())
  expect(commissions.total).toBe(orders.total)
  expect(commissions.of("pending")).toBe(usd?.pending)
  expect(payouts.of("pending")).toBe(usd?.requested)
  expect(payouts.of("paid")).toBe(usd?.paid)
})

test("the books agree after all of it", () => expectHealthy(store))
