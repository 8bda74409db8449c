import { addWare, buy, cancelOrder, ok, useStore } from "../harness"
import { makePayee, moneyOf, WITH_ENCRYPTION } from "../support/affiliates"
import { placeOrderA } from "../support/order-a"
import { payOut, putBankOnFile, release, sell } from "../support/paying"
import { addAffiliate, addProgram, balanceOf } from "../support/programs"
import { remember } from "../support/touches"
import {
  expectHealthy,
  figuresOf,
  linesOf,
  untilReconciled,
} from "../support/verdicts"

/** The worked examples beside order A. */
const store = useStore({ env: WITH_ENCRYPTION })

test("JPY, one item of 333, 7.5 %: 25, because the yen has no decimals", async () => {
  const { shop } = store
  const program_id = await addProgram(store, { commission_value: 7.5 })
  const affiliate = await addAffiliate(store, { program_id })
  const ware = await addWare(shop, { title: "Fan", price: { jpy: 333 } })
  const { id } = await buy(shop, {
    items: [{ ware }],
    currency: "jpy",
    beforePayment: remember({ code: affiliate.code }),
  })

  const verdict = await untilReconciled(store, id)
  expect(verdict.currency_code).toBe("jpy")
  expect(figuresOf(verdict)).toEqual({
    base: 333,
    commission: 25,
    status: "pending",
    lines: { Fan: 25 },
  })
  expect((await balanceOf(store, affiliate.id, "jpy")).pending).toBe(25)
})

test("three lines of 0.05 at 10 %: 0.02 in all, and the lines add up to it", async () => {
  const { shop } = store
  const program_id = await addProgram(store, { commission_value: 10 })
  const affiliate = await addAffiliate(store, { program_id })
  const wares = await Promise.all(
    ["Pin", "Bead", "Clip"].map((title) =>
      addWare(shop, { title, price: { usd: 0.05 } })
    )
  )
  const { id } = await buy(shop, {
    items: wares.map((ware) => ({ ware })),
    beforePayment: remember({ code: affiliate.code }),
  })

  const { base_total, commission_total, commissions } = await untilReconciled(
    store,
    id
  )
  expect({ base_total, commission_total }).toEqual({
    base_total: 0.15,
    commission_total: 0.02,
  })
  expect(Object.values(linesOf(commissions[0])).sort()).toEqual([0, 0.01, 0.01])
})

test("39.60 paid out, then the order cancelled: −39.60; the next 50.00 leaves 10.40, under the minimum of 50", async () => {
  const { admin, shop } = store
  const program_id = await addProgram(store, { hold_days: 0 })
  const order = await placeOrderA(store, { affiliate: { program_id } })
  const { affiliate } = order
  await putBankOnFile(store, affiliate.id)
  await release(store)
  await payOut(store, affiliate.id)
  expect(await balanceOf(store, affiliate.id)).toEqual({
    pending: 0,
    available: 0,
    requested: 0,
    paid: 39.6,
  })
  ok(
    await admin.post(`/admin/affiliate-programs/${program_id}`, {
      minimum_payouts: [{ currency_code: "usd", amount: 50 }],
    })
  )

  await cancelOrder(shop, order.id)
  const canceled = await untilReconciled(store, order.id)
  expect(canceled).toMatchObject({ base_total: 0, commission_total: 0 })
  expect(canceled.commissions[0]).toMatchObject({
    amount: 0,
    status: "clawed_back",
  })
  expect(await balanceOf(store, affiliate.id)).toEqual({
    pending: 0,
    available: -39.6,
    requested: 0,
    paid: 39.6,
  })

  const ware = await addWare(shop, { title: "Coat", price: 250 })
  ok(
    await admin.post(`/admin/affiliates/${affiliate.id}/codes`, {
      code: `${affiliate.code}-PLAIN`,
    })
  )
  const next = await sell(store, `${affiliate.code}-PLAIN`, [{ ware }])
  expect((await untilReconciled(store, next)).commission_total).toBe(50)
  await release(store)
  expect((await balanceOf(store, affiliate.id)).available).toBe(10.4)

  const refused = await admin.post("/admin/affiliate-payouts", {
    affiliate_id: affiliate.id,
    currency_code: "usd",
  })
  expect(refused.status).toBe(400)
  expect(refused.body.message).toContain("10.4 USD is below the minimum")
  expect(refused.body.message).toContain("50 USD")
  expect((await balanceOf(store, affiliate.id)).available).toBe(10.4)
})

test("two payout requests of 40 at the same moment on 50: one 201, one 400", async () => {
  for (let round = 0; round < 5; round++) {
    const affiliate = await makePayee(store, [50])
    const request = () =>
      affiliate.api.post("/affiliate/payouts", {
        currency_code: "usd",
        amount: 40,
      })
    const answers = await Promise.all([request(), request()])

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400])
    expect(await moneyOf(store, affiliate.id)).toEqual({
      pending: 0,
      available: 10,
      requested: 40,
      paid: 0,
    })
  }
})

test("the same order reconciled 100 times at once: one conversion, one commission, one set of entries", async () => {
  const { admin, shop, database } = store
  const program_id = await addProgram(store, {
    levels: [{ level: 2, percent: 5, basis: "order" }],
  })
  const parent = await addAffiliate(store, { name: "Parent", program_id })
  const { code } = await addAffiliate(store, {
    program_id,
    parent_id: parent.id,
  })
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt }],
    beforePayment: remember({ code }),
  })
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      admin.post(`/admin/affiliate-orders/${id}/reconcile`)
    )
  )

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const [counts] = await database.sql(
    `SELECT (SELECT count(*)::int FROM affiliate_conversion WHERE order_id = $1) AS conversions,
            (SELECT array_agg(level || ':' || amount ORDER BY level)
               FROM affiliate_commission WHERE order_id = $1) AS commissions,
            (SELECT array_agg(e.account || ':' || e.amount ORDER BY c.level)
               FROM affiliate_entry e JOIN affiliate_commission c ON c.id = e.commission_id
              WHERE c.order_id = $1) AS entries`,
    [id]
  )
  expect(counts).toEqual({
    conversions: 1,
    commissions: ["1:20", "2:5"],
    entries: ["pending:20", "pending:5"],
  })
})

test("the books agree after all of it", () => expectHealthy(store))
