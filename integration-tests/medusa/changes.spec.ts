import {
  addDiscountCode,
  buy,
  capture,
  claimRefund,
  claimReplacement,
  editOrder,
  exchange,
  lineOf,
  readOrder,
  receiveReturn,
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
