import type { Event } from "@medusajs/framework/types"
import {
  buy,
  cancelOrder,
  capture,
  eventually,
  paymentsOf,
  recordEvents,
  refund,
  startPayment,
  useStore,
  type EventRecord,
} from "../../harness"
import { holdUpVerdicts } from "../../support/lost-events"
import { placeOrderA, type OrderA } from "../../support/order-a"
import { release } from "../../support/paying"
import { addAffiliate, addProgram, balanceOf } from "../../support/programs"
import { expectHealthy, untilReconciled } from "../../support/verdicts"
import affiliateOrderChanged from "../../../src/subscribers/affiliate-order-changed"
import affiliateOrderMoneyMoved from "../../../src/subscribers/affiliate-order-money-moved"

/** What goes wrong with money given back. */
const store = useStore()

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})
beforeEach(() => heard.clear())

const commissionOf = async ({ id }: Pick<OrderA, "id">) => {
  const { commissions } = await untilReconciled(store, id)
  expect(commissions).toHaveLength(1)
  return commissions[0]
}

const movementsOf = async (order: Pick<OrderA, "id">) =>
  (await commissionOf(order)).entries.map(({ amount }) => amount)

/** Hands an event over once more, as a bus that lost count does; resolves when it was dealt with. */
const deliver = (event: Event) => {
  const handle = event.name.startsWith("payment")
    ? affiliateOrderMoneyMoved
    : affiliateOrderChanged
  return handle({
    event: event as Event<{ id: string }>,
    container: store.container,
    pluginOptions: {},
  })
}

test("a partial refund takes its part of the commission: neither nothing nor all of it", async () => {
  const order = await placeOrderA(store)
  await refund(store.shop, order.id, 33)

  expect(await commissionOf(order)).toMatchObject({
    amount: 33.89,
    original_amount: 39.6,
    status: "pending",
  })
})

test("refunds in parts take exactly what one refund of everything takes", async () => {
  const order = await placeOrderA(store)
  for (const amount of [33, 50.05, 45.75]) {
    await refund(store.shop, order.id, amount)
    await untilReconciled(store, order.id)
  }
  expect((await commissionOf(order)).amount).toBe(17.31)

  await refund(store.shop, order.id, 100)
  expect(await commissionOf(order)).toMatchObject({
    amount: 0,
    status: "clawed_back",
  })
  expect((await balanceOf(store, order.affiliate.id)).pending).toBe(0)
})

test("a refund that is told of many times, also all at once, lowers the commission once", async () => {
  const order = await placeOrderA(store)
  heard.clear()
  await refund(store.shop, order.id, 33)
  expect(await movementsOf(order)).toEqual([39.6, -5.71])

  const told = heard.events.filter(({ name }) =>
    ["payment.refunded", "payment.refund.created"].includes(name)
  )
  expect(told).toHaveLength(2)
  for (const event of told) await deliver(event)
  const again = Array.from({ length: 10 }, () => told).flat()
  await Promise.all(again.map(deliver))

  expect(await movementsOf(order)).toEqual([39.6, -5.71])
})

test("events of an order in any sequence, each told again, come to the same", async () => {
  const order = await placeOrderA(store, { captured: false })
  await capture(store.shop, order.id)
  await refund(store.shop, order.id, 33)
  await untilReconciled(store, order.id)
  const told = heard.events.filter(({ name }) =>
    /^(order\.placed|payment\.(captured?|refund))/.test(name)
  )
  expect(told.length).toBeGreaterThanOrEqual(5)
  const before = await movementsOf(order)

  for (const event of [...told].reverse()) await deliver(event)
  expect(await movementsOf(order)).toEqual(before)
  expect((await commissionOf(order)).amount).toBe(33.89)
})

test("a refund that arrives before the order was processed counts as if it came after", async () => {
  const { shop } = store
  const affiliate = await addAffiliate(store, {
    program_id: await addProgram(store),
    discount_percent: 10,
  })
  const { letGo } = await holdUpVerdicts(store)
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt, quantity: 2 }, { ware: shop.mug }],
    code: affiliate.code,
    provider: "pp_auto_capture_default",
  })
  await refund(shop, id, 33)
  await letGo()

  expect(await commissionOf({ id })).toMatchObject({
    amount: 33.89,
    status: "pending",
  })
  expect((await balanceOf(store, affiliate.id)).pending).toBe(33.89)
})

test("a cancellation that arrives before the order was processed leaves nothing to be had", async () => {
  const { shop } = store
  const affiliate = await addAffiliate(store, {
    program_id: await addProgram(store),
    discount_percent: 10,
  })
  const { letGo } = await holdUpVerdicts(store)
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt }],
    code: affiliate.code,
  })
  await cancelOrder(shop, id)
  await letGo()

  expect(await commissionOf({ id })).toMatchObject({
    amount: 0,
    status: "clawed_back",
    entries: [],
  })
  expect(await balanceOf(store, affiliate.id)).toMatchObject({ pending: 0 })
})

test("the cancellation of a captured order takes the commission back, though Medusa tells of no refund", async () => {
  const order = await placeOrderA(store, { program: { hold_days: 0 } })
  await release(store)
  expect((await balanceOf(store, order.affiliate.id)).available).toBe(39.6)
  heard.clear()
  await cancelOrder(store.shop, order.id)

  expect(await commissionOf(order)).toMatchObject({
    amount: 0,
    status: "clawed_back",
  })
  expect(await balanceOf(store, order.affiliate.id)).toEqual({
    pending: 0,
    available: 0,
    requested: 0,
    paid: 0,
  })
  await eventually(() => expect(heard.names()).toContain("order.canceled"))
  expect(heard.names()).not.toContain("payment.refunded")
})

test("a payment that failed at the checkout, and one that is refused later, revoke nothing of a good order", async () => {
  const { shop, admin } = store
  const affiliate = await addAffiliate(store, {
    program_id: await addProgram(store),
    discount_percent: 10,
  })
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt, quantity: 2 }, { ware: shop.mug }],
    code: affiliate.code,
    // A first payment that comes to nothing; the shopper tries again.
    beforePayment: async (cartId, api) => {
      await startPayment(api, cartId, "pp_auto_capture_default")
    },
  })
  expect((await commissionOf({ id })).amount).toBe(39.6)

  const [payment] = await paymentsOf(shop, id)
  const path = `/admin/payments/${payment?.id}`
  const tooMuch = await admin.post(`${path}/capture`, { amount: 1_000 })
  expect(tooMuch.status).toBe(400)
  await capture(shop, id)
  const refused = await admin.post(`${path}/refund`, { amount: 1_000 })
  expect(refused.status).toBe(400)

  expect(await commissionOf({ id })).toMatchObject({
    amount: 39.6,
    status: "pending",
    payable: true,
  })
  expect(await movementsOf({ id })).toEqual([39.6])
})

test("the books agree after all of it", () => expectHealthy(store))
