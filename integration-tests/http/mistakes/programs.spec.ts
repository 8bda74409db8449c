import {
  buy,
  editOrder,
  ok,
  refund,
  returnGoods,
  useStore,
} from "../../harness"
import { WITH_ENCRYPTION } from "../../support/affiliates"
import { holdUpVerdicts } from "../../support/lost-events"
import { placeOrderA } from "../../support/order-a"
import { uniqueEmail } from "../../support/people"
import { payOut, putBankOnFile, release, sell } from "../../support/paying"
import { addAffiliate, addProgram, balanceOf } from "../../support/programs"
import { remember } from "../../support/touches"
import { expectHealthy, untilReconciled } from "../../support/verdicts"

/** What goes wrong when terms or people change. */
const store = useStore({ env: WITH_ENCRYPTION })

const change = async (path: string, body: Record<string, unknown>) => {
  ok(await store.admin.post(`/admin/${path}`, body))
}

const commissionOf = async (orderId: string) =>
  (await untilReconciled(store, orderId)).commissions[0]

describe("a changed rate", () => {
  test("does not touch an order placed before: not a reconcile, a refund, a return nor an edit of it", async () => {
    const { shop, admin } = store
    const program_id = await addProgram(store)
    const orders = {
      reconciled: await placeOrderA(store, { affiliate: { program_id } }),
      refunded: await placeOrderA(store, { affiliate: { program_id } }),
      returned: await placeOrderA(store, { affiliate: { program_id } }),
      edited: await placeOrderA(store, { affiliate: { program_id } }),
    }
    await change(`affiliate-programs/${program_id}`, {
      commission_value: 50,
      include_tax: true,
      include_shipping: true,
    })

    ok(
      await admin.post(
        `/admin/affiliate-orders/${orders.reconciled.id}/reconcile`
      )
    )
    await refund(shop, orders.refunded.id, 33)
    await returnGoods(shop, orders.returned.id, [
      { lineId: orders.returned.shirts, quantity: 1 },
    ])
    await editOrder(shop, orders.edited.id, {
      set: [{ lineId: orders.edited.mug, quantity: 2 }],
    })
    expect((await commissionOf(orders.reconciled.id))?.amount).toBe(39.6)
    expect((await commissionOf(orders.refunded.id))?.amount).toBe(33.89)
    expect((await commissionOf(orders.returned.id))?.amount).toBe(21.6)
    expect((await commissionOf(orders.edited.id))?.amount).toBe(43.6)

    const { code } = orders.reconciled.affiliate
    const next = await buy(shop, { items: [{ ware: shop.shirt }], code })
    // (90 + 10) × 1.1 × 50 %
    expect((await commissionOf(next.id))?.amount).toBe(55)
  })

  test("of the affiliate, or a tier reached since, does not either", async () => {
    const { shop, admin } = store
    const program_id = await addProgram(store)
    const { id, affiliate } = await placeOrderA(store, {
      affiliate: { program_id },
    })
    const { affiliate_tier } = ok(
      await admin.post("/admin/affiliate-tiers", {
        program_id,
        name: "Gold",
        commission_value: 30,
      })
    )
    await change(`affiliates/${affiliate.id}`, { tier_id: affiliate_tier.id })
    await refund(shop, id, 33)
    expect((await commissionOf(id))?.amount).toBe(33.89)

    await change(`affiliates/${affiliate.id}`, { commission_percent: 40 })
    ok(await admin.post(`/admin/affiliate-orders/${id}/reconcile`))
    expect((await commissionOf(id))?.amount).toBe(33.89)
    const next = await sell(store, affiliate.code)
    expect((await commissionOf(next))?.amount).toBe(36)
  })

  test("of levels, and a new parent, do not either", async () => {
    const { admin } = store
    const program_id = await addProgram(store, {
      levels: [{ level: 2, percent: 5, basis: "order" }],
    })
    const [before, after] = [
      await addAffiliate(store, { name: "Before", program_id }),
      await addAffiliate(store, { name: "After", program_id }),
    ]
    const { id, affiliate } = await placeOrderA(store, {
      affiliate: { program_id, parent_id: before.id },
    })
    await change(`affiliates/${affiliate.id}`, { parent_id: after.id })
    await change(`affiliate-programs/${program_id}`, {
      levels: [{ level: 2, percent: 50, basis: "order" }],
    })
    ok(await admin.post(`/admin/affiliate-orders/${id}/reconcile`))

    expect((await balanceOf(store, before.id)).pending).toBe(9.9)
    expect((await balanceOf(store, after.id)).pending).toBe(0)
  })

  test("of the hold leaves the day of an old commission as it was", async () => {
    const program_id = await addProgram(store, { hold_days: 60 })
    const { id } = await placeOrderA(store, { affiliate: { program_id } })
    const before = await commissionOf(id)
    await change(`affiliate-programs/${program_id}`, { hold_days: 0 })
    ok(await store.admin.post(`/admin/affiliate-orders/${id}/reconcile`))
    await release(store)
    expect(await commissionOf(id)).toMatchObject({
      status: "pending",
      available_at: before?.available_at,
    })
  })
})

describe("a suspended affiliate", () => {
  const suspend = (id: string) => change(`affiliates/${id}/suspend`, {})

  test("earns nothing from that moment on: not by code, not by bond, not as the level above", async () => {
    const { shop } = store
    const program_id = await addProgram(store, {
      levels: [{ level: 2, percent: 5, basis: "order" }],
    })
    const affiliate = await addAffiliate(store, { program_id })
    const child = await addAffiliate(store, {
      program_id,
      parent_id: affiliate.id,
    })
    const email = uniqueEmail()
    const items = [{ ware: shop.shirt }]
    const first = await buy(shop, {
      items,
      email,
      beforePayment: remember({ code: affiliate.code }),
    })
    await untilReconciled(store, first.id)

    const refusals: string[] = []
    const touched = await buy(shop, {
      items,
      // The cart was touched before; the order is placed after.
      beforePayment: async (cartId, api) => {
        await remember({ code: affiliate.code })(cartId, api)
        await suspend(affiliate.id)
      },
    })
    const bound = await buy(shop, { items, email })
    for (const { id } of [touched, bound]) {
      const { outcome, reason } = await untilReconciled(store, id)
      expect(outcome).toBe("none")
      refusals.push(reason)
    }
    expect(refusals).toEqual(["affiliate_suspended", "affiliate_suspended"])
    const below = await sell(store, child.code)
    const { commissions } = await untilReconciled(store, below)
    expect(commissions.map(({ level }) => level)).toEqual([1])
    expect(await balanceOf(store, affiliate.id)).toMatchObject({ pending: 20 })
  })

  test("keeps what was earned before: it follows its orders, is released and can be paid out by the merchant", async () => {
    const { shop } = store
    const program_id = await addProgram(store, { hold_days: 0 })
    const { id, affiliate } = await placeOrderA(store, {
      affiliate: { program_id },
    })
    await putBankOnFile(store, affiliate.id)
    await suspend(affiliate.id)
    await refund(shop, id, 33)
    expect((await commissionOf(id))?.amount).toBe(33.89)
    await release(store)
    await payOut(store, affiliate.id)
    expect(await balanceOf(store, affiliate.id)).toEqual({
      pending: 0,
      available: 0,
      requested: 0,
      paid: 33.89,
    })
  })

  test("who is reinstated earns again, but not for orders placed meanwhile", async () => {
    const { shop, admin } = store
    const affiliate = await addAffiliate(store, {
      program_id: await addProgram(store),
    })
    const meanwhile = await buy(shop, {
      items: [{ ware: shop.shirt }],
      beforePayment: async (cartId, api) => {
        await remember({ code: affiliate.code })(cartId, api)
        await suspend(affiliate.id)
      },
    })
    await untilReconciled(store, meanwhile.id)
    await change(`affiliates/${affiliate.id}/reinstate`, {})
    ok(await admin.post(`/admin/affiliate-orders/${meanwhile.id}/reconcile`))
    expect(await untilReconciled(store, meanwhile.id)).toMatchObject({
      outcome: "none",
      reason: "affiliate_suspended",
    })
    const next = await sell(store, affiliate.code)
    expect((await commissionOf(next))?.amount).toBe(20)
  })
})

test("an affiliate is judged by the status when the order was placed, however late the verdict", async () => {
  const { shop } = store
  const affiliate = await addAffiliate(store, {
    program_id: await addProgram(store),
  })
  const { letGo } = await holdUpVerdicts(store)
  const place = async (meanwhile?: () => Promise<void>) => {
    const { id } = await buy(shop, {
      items: [{ ware: shop.shirt }],
      beforePayment: async (cartId, api) => {
        await remember({ code: affiliate.code })(cartId, api)
        await meanwhile?.()
      },
    })
    return id
  }
  const before = await place()
  const within = await place(() =>
    change(`affiliates/${affiliate.id}/suspend`, {})
  )
  await change(`affiliates/${affiliate.id}/reinstate`, {})
  const after = await place()
  await change(`affiliates/${affiliate.id}/suspend`, {})
  await letGo()

  const reasons: string[] = []
  for (const id of [before, within, after]) {
    reasons.push((await untilReconciled(store, id)).reason)
  }
  expect(reasons).toEqual(["code", "affiliate_suspended", "code"])
})

test("a program that is closed pays for what was sold before, and for nothing after", async () => {
  const { shop } = store
  const program_id = await addProgram(store)
  const affiliate = await addAffiliate(store, { program_id })
  const before = await sell(store, affiliate.code)
  const { id: after } = await buy(shop, {
    items: [{ ware: shop.shirt }],
    beforePayment: async (cartId, api) => {
      await remember({ code: affiliate.code })(cartId, api)
      await change(`affiliate-programs/${program_id}`, { status: "inactive" })
    },
  })
  expect(await untilReconciled(store, after)).toMatchObject({
    outcome: "none",
    reason: "program_inactive",
  })
  await refund(shop, before, 11)
  expect((await commissionOf(before))?.amount).toBe(18.18)
})

test("the books agree after all of it", () => expectHealthy(store))
