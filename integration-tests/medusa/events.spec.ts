import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  addDiscountCode,
  buy,
  cancelOrder,
  capture,
  completeCart,
  editOrder,
  eventually,
  fillCart,
  lineOf,
  ok,
  readOrder,
  receiveReturn,
  recordEvents,
  refund,
  requestReturn,
  startPayment,
  useStore,
  type EventRecord,
} from "../harness"

/** Which events tell the plugin that an order may owe something else now, and which way from an event to its order. */
const store = useStore()
let heard: EventRecord

beforeAll(async () => {
  await addDiscountCode(store.shop, "TEN", 10)
  heard = recordEvents(store.container)
})

const purchase = () => ({
  items: [{ ware: store.shop.shirt, quantity: 2 }],
  code: "TEN",
})

const THAT_MATTER = [
  "order.placed",
  "order.canceled",
  "order.return_",
  "order-edit.",
  "payment.capture",
  "payment.refund",
]

/** How long a store has to be silent before we take it that nothing more comes, in milliseconds. */
const SILENCE_MS = 400

/** The events of the kinds that matter which an action causes, once no more of them come. */
async function eventsOf(action: () => Promise<unknown>): Promise<string[]> {
  await settled()
  heard.clear()
  await action()
  await settled()
  return heard.names(...THAT_MATTER)
}

/** Waits until no event has come for a while. */
async function settled() {
  let seen = -1
  while (seen !== heard.events.length) {
    seen = heard.events.length
    await new Promise((resolve) => setTimeout(resolve, SILENCE_MS))
  }
}

test("placing an order whose payment is only authorized", async () => {
  expect(await eventsOf(() => buy(store.shop, purchase()))).toEqual([
    "order.placed",
  ])
})

test("placing an order that is captured at once says so with a module event alone", async () => {
  const buyNow = () =>
    buy(store.shop, { ...purchase(), provider: "pp_auto_capture_default" })
  expect(await eventsOf(buyNow)).toEqual([
    "order.placed",
    "payment.capture.created",
  ])
})

test("capture, refund and cancellation of one order", async () => {
  const { id } = await buy(store.shop, purchase())

  expect(await eventsOf(() => capture(store.shop, id))).toEqual([
    "payment.capture.created",
    "payment.captured",
  ])
  expect(await eventsOf(() => refund(store.shop, id, 5))).toEqual([
    "payment.refund.created",
    "payment.refunded",
  ])
  // Medusa refunds the rest and does not say "payment.refunded".
  expect(await eventsOf(() => cancelOrder(store.shop, id))).toEqual([
    "order.canceled",
    "payment.refund.created",
  ])
})

test("cancelling what was never captured", async () => {
  const { id } = await buy(store.shop, purchase())
  expect(await eventsOf(() => cancelOrder(store.shop, id))).toEqual([
    "order.canceled",
  ])
})

test("a return, received", async () => {
  const { id } = await buy(store.shop, purchase())
  await capture(store.shop, id)
  const { id: lineId } = lineOf(await readOrder(store.shop, id), "Shirt")
  let returnId = ""
  const request = async () => {
    returnId = await requestReturn(store.shop, id, [{ lineId, quantity: 1 }])
  }

  expect(await eventsOf(request)).toEqual(["order.return_requested"])
  expect(await eventsOf(() => receiveReturn(store.shop, returnId))).toEqual([
    "order.return_received",
  ])
})

test("an order edit, confirmed", async () => {
  const { id } = await buy(store.shop, purchase())
  const { id: lineId } = lineOf(await readOrder(store.shop, id), "Shirt")
  const edit = () =>
    editOrder(store.shop, id, { set: [{ lineId, quantity: 1 }] })

  expect(await eventsOf(edit)).toEqual([
    "order-edit.confirmed",
    "order-edit.requested",
  ])
})

test("a cart completed twice is one order and one event", async () => {
  const cartId = await fillCart(store.shop, purchase())
  await startPayment(store.shop.storefront, cartId)
  await settled()
  heard.clear()
  const first = await completeCart(store.shop.storefront, cartId)
  const second = await completeCart(store.shop.storefront, cartId)
  await settled()

  expect(second.id).toBe(first.id)
  expect(
    heard.events.filter(({ name }) => name === "order.placed")
  ).toHaveLength(1)
})

test("a capture and a refund lead to their order in one query", async () => {
  const { id } = await buy(store.shop, purchase())
  await capture(store.shop, id)
  await refund(store.shop, id, 5)
  const query = store.container.resolve(ContainerRegistrationKeys.QUERY)

  for (const entity of ["capture", "refund"]) {
    const event = await eventually(() => {
      const last = heard.events
        .filter(({ name }) => name === `payment.${entity}.created`)
        .at(-1)
      expect(last).toBeDefined()
      return last as { data: { id: string } }
    })
    const { data } = await query.graph({
      entity,
      fields: ["amount", "payment.payment_collection.order.id"],
      filters: { id: event.data.id },
    })
    expect(data[0].payment.payment_collection.order.id).toBe(id)
  }
})

test("order.updated_at misses captures and the refund of a return: only a transaction is added", async () => {
  const { shop } = store
  const { id } = await buy(shop, purchase())
  const { id: lineId } = lineOf(await readOrder(shop, id), "Shirt")
  const movedBy = async (action: () => Promise<unknown>) => {
    const before = await readOrder(shop, id)
    await action()
    const after = await readOrder(shop, id)
    return {
      updated_at: after.updated_at !== before.updated_at,
      transactions: after.transactions.length - before.transactions.length,
    }
  }
  let returnId = ""

  expect(await movedBy(() => capture(shop, id))).toEqual({
    updated_at: false,
    transactions: 1,
  })
  expect(await movedBy(() => refund(shop, id, 5))).toEqual({
    updated_at: true,
    transactions: 1,
  })
  expect(
    await movedBy(async () => {
      returnId = await requestReturn(shop, id, [{ lineId, quantity: 1 }])
    })
  ).toEqual({ updated_at: true, transactions: 0 })
  expect(await movedBy(() => receiveReturn(shop, returnId))).toEqual({
    updated_at: true,
    transactions: 0,
  })
  expect(await movedBy(() => refund(shop, id, 50))).toEqual({
    updated_at: false,
    transactions: 1,
  })
  expect(await movedBy(() => cancelOrderFromHere(id))).toEqual({
    updated_at: true,
    transactions: 1,
  })
})

async function cancelOrderFromHere(id: string) {
  // A shipped order can only be cancelled after its fulfillment is.
  const { fulfillments } = await readOrder(store.shop, id)
  for (const { id: fulfillmentId } of fulfillments ?? []) {
    ok(
      await store.admin.post(
        `/admin/orders/${id}/fulfillments/${fulfillmentId}/cancel`
      )
    )
  }
  await cancelOrder(store.shop, id)
}
