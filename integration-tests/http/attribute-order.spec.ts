import { buy, cancelOrder, ok, refund, useStore } from "../harness"
import { WITH_ENCRYPTION } from "../support/affiliates"
import { placeOrderA } from "../support/order-a"
import { payOut, putBankOnFile, release } from "../support/paying"
import {
  addAffiliate,
  addProgram,
  balanceOf,
  type AddedAffiliate,
} from "../support/programs"
import { expectHealthy, untilReconciled } from "../support/verdicts"

/** An order credited by the merchant's word. */
const store = useStore({ env: WITH_ENCRYPTION })

let program_id: string
beforeAll(async () => {
  program_id = await addProgram(store)
})

const add = (name: string, fields = {}) =>
  addAffiliate(store, { name, program_id, ...fields })

const attribute = (
  orderId: string,
  affiliate_id: unknown,
  note: unknown = "they sent the customer"
) =>
  store.admin.post(`/admin/affiliate-orders/${orderId}/attribute`, {
    affiliate_id,
    note,
  })

const pendingOf = async ({ id }: AddedAffiliate) =>
  (await balanceOf(store, id)).pending

describe("an order attributed by hand", () => {
  test("that nobody was credited for is credited to the one named, with the words kept", async () => {
    const { shop } = store
    const affiliate = await add("Named")
    const { id } = await buy(shop, { items: [{ ware: shop.shirt }] })
    await untilReconciled(store, id)
    const { affiliate_order } = ok(await attribute(id, affiliate.id))

    expect(affiliate_order).toMatchObject({
      outcome: "attributed",
      source: "manual",
      reason: "manual",
      affiliate_id: affiliate.id,
      note: "they sent the customer",
      base_total: 100,
      commission_total: 20,
      attribution: { affiliate_id: affiliate.id },
    })
    expect(affiliate_order.trace[0]).toMatchObject({
      step: "manual",
      found: expect.stringContaining("they sent the customer"),
    })
    expect(await pendingOf(affiliate)).toBe(20)
  })

  test("moves from one affiliate to another, and back, without anything left behind", async () => {
    const first = await placeOrderA(store, { affiliate: { program_id } })
    const second = await add("Second", { commission_percent: 10 })
    ok(await attribute(first.id, second.id))
    expect(await pendingOf(first.affiliate)).toBe(0)
    expect(await pendingOf(second)).toBe(19.8)

    const { affiliate_order } = ok(
      await attribute(first.id, first.affiliate.id)
    )
    expect(await pendingOf(first.affiliate)).toBe(39.6)
    expect(await pendingOf(second)).toBe(0)
    expect(affiliate_order.commissions).toHaveLength(2)
    expect(affiliate_order.commissions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          affiliate_id: first.affiliate.id,
          amount: 39.6,
          status: "pending",
        }),
        expect.objectContaining({
          affiliate_id: second.id,
          amount: 0,
          status: "clawed_back",
        }),
      ])
    )
  })

  test("keeps that word through whatever happens to it later", async () => {
    const first = await placeOrderA(store, { affiliate: { program_id } })
    const second = await add("Second")
    ok(await attribute(first.id, second.id))
    await refund(store.shop, first.id, 33)
    expect(await untilReconciled(store, first.id)).toMatchObject({
      affiliate_id: second.id,
      source: "manual",
      commission_total: 33.89,
    })
    expect(await pendingOf(first.affiliate)).toBe(0)
    await cancelOrder(store.shop, first.id)
    await untilReconciled(store, first.id)
    expect(await pendingOf(second)).toBe(0)
  })

  test("to nobody takes the commission back", async () => {
    const { id, affiliate } = await placeOrderA(store, {
      affiliate: { program_id },
    })
    const { affiliate_order } = ok(await attribute(id, null, "a mistake"))
    expect(affiliate_order).toMatchObject({
      outcome: "none",
      reason: "manual_none",
      affiliate_id: null,
      note: "a mistake",
      commission_total: 0,
      attribution: null,
    })
    expect(await pendingOf(affiliate)).toBe(0)
  })

  test("of which the money was already paid leaves a debt there, and earns anew here", async () => {
    const free = await addProgram(store, { hold_days: 0 })
    const first = await placeOrderA(store, { affiliate: { program_id: free } })
    const second = await add("Second", { program_id: free })
    await putBankOnFile(store, first.affiliate.id)
    await release(store)
    await payOut(store, first.affiliate.id)
    ok(await attribute(first.id, second.id))

    expect(await balanceOf(store, first.affiliate.id)).toEqual({
      pending: 0,
      available: -39.6,
      requested: 0,
      paid: 39.6,
    })
    await release(store)
    expect(await balanceOf(store, second.id)).toMatchObject({
      pending: 0,
      available: 39.6,
    })
  })

  test("of which the money waits in a payout cancels the payout", async () => {
    const { admin } = store
    const free = await addProgram(store, { hold_days: 0 })
    const { id, affiliate } = await placeOrderA(store, {
      affiliate: { program_id: free },
    })
    await putBankOnFile(store, affiliate.id)
    await release(store)
    const { payout } = ok(
      await admin.post("/admin/affiliate-payouts", {
        affiliate_id: affiliate.id,
        currency_code: "usd",
      })
    )
    ok(await attribute(id, null))

    expect(
      ok(await admin.get(`/admin/affiliate-payouts/${payout.id}`)).payout
    ).toMatchObject({ status: "canceled" })
    expect(await balanceOf(store, affiliate.id)).toEqual({
      pending: 0,
      available: 0,
      requested: 0,
      paid: 0,
    })
  })

  test("pays the levels above the one named, and takes back those above the other", async () => {
    const levels = [{ level: 2, percent: 5, basis: "order" as const }]
    const tree = await addProgram(store, { levels })
    const above = [
      await add("Left", { program_id: tree }),
      await add("Right", { program_id: tree }),
    ] as const
    const first = await placeOrderA(store, {
      affiliate: { program_id: tree, parent_id: above[0].id },
    })
    const second = await add("Second", {
      program_id: tree,
      parent_id: above[1].id,
    })
    expect(await pendingOf(above[0])).toBe(9.9)
    ok(await attribute(first.id, second.id))

    expect(await pendingOf(above[0])).toBe(0)
    expect(await pendingOf(above[1])).toBe(9.9)
    expect(await pendingOf(second)).toBe(39.6)
  })
})

test("the books agree after all of it", () => expectHealthy(store))
