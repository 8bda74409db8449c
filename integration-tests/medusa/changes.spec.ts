import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  addDiscountCode,
  buy,
  cancelExchange,
  capture,
  claimRefund,
  claimReplacement,
  editOrder,
  eventually,
  exchange,
  lineOf,
  readOrder,
  receiveReturn,
  recordEvents,
  requestReturn,
  useStore,
} from "../harness"

/** What the plugin takes for granted about exchanges, claims and order edits. */
const store = useStore()

beforeAll(() => addDiscountCode(store.shop, "TEN", 10))

/** Two Shirts with 10 % off: 198 and shipping 11, captured. */
async function placeOrder() {
  const { shop } = store
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt, quantity: 2 }],
    code: "TEN",
  })
  await capture(shop, id)
  const { id: shirt } = lineOf(await readOrder(shop, id), "Shirt")
  return { id, shirt }
}

const read = (id: string) => readOrder(store.shop, id)

test("an exchange adds the new goods at once and takes the old ones off when they are received", async () => {
  const { shop } = store
  const { id, shirt } = await placeOrder()
  const { returnId } = await exchange(shop, id, {
    back: [{ lineId: shirt, quantity: 1 }],
    out: [{ ware: shop.mug }],
  })
  const confirmed = await read(id)

  expect(lineOf(confirmed, "Mug")).toMatchObject({
    subtotal: 20,
    discount_subtotal: 0,
  })
  expect(lineOf(confirmed, "Shirt")).toMatchObject({
    subtotal: 200,
    discount_subtotal: 20,
  })

  await receiveReturn(shop, returnId)
  const received = await read(id)
  expect(lineOf(received, "Shirt")).toMatchObject({
    subtotal: 100,
    discount_subtotal: 10,
  })
  expect(received.summary).toMatchObject({ pending_difference: -77 })
})

test("a claim's replacement is a new line at full price, without the discount", async () => {
  const { shop } = store
  const { id, shirt } = await placeOrder()
  const { claimId, returnId } = await claimReplacement(shop, id, {
    damaged: [{ lineId: shirt, quantity: 1 }],
    out: [{ ware: shop.shirt }],
  })
  const confirmed = await read(id)
  const [sold, replacement] = shirtLines(confirmed)

  expect(confirmed.total).toBe(319)
  expect(sold).toMatchObject({
    id: shirt,
    quantity: 2,
    subtotal: 200,
    discount_subtotal: 20,
  })
  expect(replacement).toMatchObject({
    quantity: 1,
    subtotal: 100,
    discount_subtotal: 0,
  })
  expect(await claimItemsOf(claimId)).toEqual([
    { is_additional_item: false, item_id: shirt, quantity: 1 },
    { is_additional_item: true, item_id: replacement?.id, quantity: 1 },
  ])

  await receiveReturn(shop, returnId)
  const [rest] = shirtLines(await read(id))
  expect(rest).toMatchObject({ subtotal: 100, discount_subtotal: 10 })
  expect(rest?.detail.return_received_quantity).toBe(1)
})

test("a claim to be paid back changes nothing until the goods are received", async () => {
  const { shop } = store
  const { id, shirt } = await placeOrder()
  const { returnId } = await claimRefund(shop, id, [
    { lineId: shirt, quantity: 1 },
  ])
  expect(lineOf(await read(id), "Shirt")).toMatchObject({
    subtotal: 200,
    discount_subtotal: 20,
  })

  await receiveReturn(shop, returnId)
  const order = await read(id)
  expect(lineOf(order, "Shirt")).toMatchObject({
    subtotal: 100,
    discount_subtotal: 10,
  })
  expect(order.summary).toMatchObject({ pending_difference: -99 })
})

test("an order edited down keeps the discount in money, not in percent", async () => {
  const { id, shirt } = await placeOrder()
  await editOrder(store.shop, id, { set: [{ lineId: shirt, quantity: 1 }] })
  const order = await read(id)

  expect(lineOf(order, "Shirt")).toMatchObject({
    quantity: 1,
    subtotal: 100,
    discount_subtotal: 20,
  })
  expect(order.version).toBe(2)
})

test("an order edited up has the added goods as a line of their own, without the discount", async () => {
  const { shop } = store
  const { id } = await placeOrder()
  await editOrder(shop, id, { add: [{ ware: shop.mug, quantity: 3 }] })

  expect(lineOf(await read(id), "Mug")).toMatchObject({
    quantity: 3,
    subtotal: 60,
    discount_subtotal: 0,
  })
})

test("a line edited down to nothing is no longer among the order's lines", async () => {
  const { shop } = store
  const { id, shirt } = await placeOrder()
  await editOrder(shop, id, {
    set: [{ lineId: shirt, quantity: 0 }],
    add: [{ ware: shop.mug }],
  })

  const { items } = await read(id)
  expect(items.map(({ product_title }) => product_title)).toEqual(["Mug"])
})

test("a claim's replacements are only read without its damaged goods beside them", async () => {
  const { shop, container } = store
  const { id, shirt } = await placeOrder()
  await claimReplacement(shop, id, {
    damaged: [{ lineId: shirt, quantity: 1 }],
    out: [{ ware: shop.shirt }],
  })
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const itemsOf = async (...fields: string[]) => {
    const { data } = await query.graph({
      entity: "order_claim",
      fields,
      filters: { order_id: id },
    })
    return data[0]?.additional_items
  }
  expect(await itemsOf("additional_items.item_id")).toHaveLength(1)
  // Should this ever be 1 too, nothing is lost.
  expect(
    await itemsOf("additional_items.item_id", "claim_items.item_id")
  ).toHaveLength(0)
})

test("what came back is known by the applied changes of the order; a return's line only knows its last parcel", async () => {
  const { shop, container, database } = store
  const { id, shirt } = await placeOrder()
  const returnId = await requestReturn(shop, id, [
    { lineId: shirt, quantity: 2 },
  ])
  for (let parcel = 0; parcel < 2; parcel++) {
    await receiveReturn(shop, returnId, [{ lineId: shirt, quantity: 1 }])
  }
  expect(
    await database.sql(
      "SELECT received_quantity::int AS received FROM return_item WHERE return_id = $1",
      [returnId]
    )
  ).toEqual([{ received: 1 }])

  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: changes } = await query.graph({
    entity: "order_change",
    fields: ["actions.action", "actions.applied", "actions.details"],
    filters: { return_id: returnId },
  })
  const received = changes
    .flatMap(({ actions }) => actions)
    .filter((action) => action?.action === "RECEIVE_RETURN_ITEM")
  expect(received).toHaveLength(2)
  for (const receipt of received) {
    expect(receipt).toMatchObject({
      applied: true,
      details: { reference_id: shirt, quantity: 1 },
    })
  }
})

test("an exchange that is called off tells of it by the change of the order alone", async () => {
  const { shop, container, database } = store
  const { id, shirt } = await placeOrder()
  const { exchangeId } = await exchange(shop, id, {
    back: [{ lineId: shirt, quantity: 1 }],
    out: [{ ware: shop.mug }],
  })
  const heard = recordEvents(container)
  await cancelExchange(shop, exchangeId)
  await eventually(() =>
    expect(heard.names()).toContain("order.order-change.updated")
  )

  const told = heard
    .names("order.")
    .filter((name) => !/^order\.\w+-/.test(name))
  expect(told).toEqual(["order.order.updated", "order.return.updated"])
  const change = heard.events.find(
    ({ name }) => name === "order.order-change.updated"
  )
  expect(
    await database.sql("SELECT order_id FROM order_change WHERE id = $1", [
      (change?.data as { id: string }).id,
    ])
  ).toEqual([{ order_id: id }])
})

function shirtLines(order: Awaited<ReturnType<typeof read>>) {
  return order.items
    .filter(({ product_title }) => product_title === "Shirt")
    .sort((a, b) => (a.created_at < b.created_at ? -1 : 1))
}

async function claimItemsOf(claimId: string) {
  return await store.database.sql(
    `SELECT is_additional_item, item_id, quantity::int AS quantity FROM order_claim_item
     WHERE claim_id = $1 ORDER BY is_additional_item`,
    [claimId]
  )
}
