import {
  addDiscountCode,
  buy,
  cancelOrder,
  capture,
  lineOf,
  readOrder,
  receiveReturn,
  refund,
  requestReturn,
  returnGoods,
  useStore,
} from "../harness"

/** What the plugin takes for granted about refunds, returns and cancellations. */
const store = useStore()

beforeAll(() => addDiscountCode(store.shop, "TEN", 10))

/** Order A of the worked examples: 2 Shirts, 1 Mug, 10 % off, 228.80, captured. */
async function placeOrderA({ captured = true } = {}) {
  const { shop } = store
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt, quantity: 2 }, { ware: shop.mug }],
    code: "TEN",
  })
  if (captured) await capture(shop, id)
  return id
}

const read = (id: string) => readOrder(store.shop, id)

test("a goodwill refund is a credit line: the total falls, the lines stay", async () => {
  const id = await placeOrderA()
  await refund(store.shop, id, 33)
  const order = await read(id)

  expect(order).toMatchObject({
    total: 195.8,
    credit_line_total: 33,
    version: 2,
  })
  expect(lineOf(order, "Shirt")).toMatchObject({
    subtotal: 200,
    discount_subtotal: 20,
  })
  expect(order.summary).toMatchObject({ paid_total: 228.8, refunded_total: 33 })
  expect(order.credit_lines).toEqual([
    expect.objectContaining({
      amount: 33,
      metadata: { created_in_version: 2 },
    }),
  ])
})

test("a goodwill refund of a single coin is a credit line that the total does not know of", async () => {
  const id = await placeOrderA()
  await refund(store.shop, id, 0.01)

  expect(await read(id)).toMatchObject({
    total: 228.8,
    credit_line_total: 0,
    credit_lines: [{ amount: 0.01 }],
  })
  await refund(store.shop, id, 0.01)
  expect(await read(id)).toMatchObject({
    total: 228.78,
    credit_line_total: 0.02,
  })
})

test("two partial refunds are two transactions, told apart by the id of the refund", async () => {
  const id = await placeOrderA()
  await refund(store.shop, id, 10)
  await refund(store.shop, id, 15)
  const order = await read(id)

  expect(order).toMatchObject({ total: 203.8, credit_line_total: 25 })
  expect(order.summary).toMatchObject({ paid_total: 228.8, refunded_total: 25 })
  const refunds = order.transactions.filter(
    ({ reference }) => reference === "refund"
  )
  expect(refunds.map(({ amount }) => amount).sort()).toEqual([-10, -15])
  expect(new Set(refunds.map(({ reference_id }) => reference_id)).size).toBe(2)
})

test("credit lines are copied into every version of the order, so its rows do not add up", async () => {
  const id = await placeOrderA()
  await refund(store.shop, id, 10)
  const shirt = lineOf(await read(id), "Shirt")
  await returnGoods(store.shop, id, [{ lineId: shirt.id, quantity: 1 }])

  const rows = await store.database.sql<{ version: number; amount: string }>(
    "SELECT version, amount FROM order_credit_line WHERE order_id = $1 ORDER BY version",
    [id]
  )
  const { version, credit_lines, credit_line_total } = await read(id)
  expect(rows.map((row) => [row.version, Number(row.amount)])).toEqual([
    [2, 10],
    [3, 10],
    [4, 10],
    [5, 10],
  ])
  expect(version).toBe(5)
  expect(credit_line_total).toBe(10)
  expect(credit_lines).toHaveLength(1)
})

test("a requested return changes no total; a received one lowers the line and leaves money owed", async () => {
  const id = await placeOrderA()
  const shirt = lineOf(await read(id), "Shirt")
  const returnId = await requestReturn(store.shop, id, [
    { lineId: shirt.id, quantity: 1 },
  ])
  const requested = await read(id)

  expect(requested.total).toBe(228.8)
  expect(lineOf(requested, "Shirt")).toMatchObject({
    subtotal: 200,
    discount_subtotal: 20,
  })

  await receiveReturn(store.shop, returnId)
  const received = await read(id)

  expect(received.total).toBe(129.8)
  expect(lineOf(received, "Shirt")).toMatchObject({
    quantity: 2,
    subtotal: 100,
    discount_subtotal: 10,
    total: 99,
    detail: expect.objectContaining({ return_received_quantity: 1 }),
  })
  expect(received.summary).toMatchObject({
    pending_difference: -99,
    refunded_total: 0,
  })
})

test("the refund of a received return makes no credit line; what goes beyond it does", async () => {
  const id = await placeOrderA()
  const shirt = lineOf(await read(id), "Shirt")
  await returnGoods(store.shop, id, [{ lineId: shirt.id, quantity: 1 }])
  await refund(store.shop, id, 99)
  const settled = await read(id)

  expect(settled).toMatchObject({
    total: 129.8,
    credit_line_total: 0,
    credit_lines: [],
  })
  expect(settled.summary).toMatchObject({
    pending_difference: 0,
    refunded_total: 99,
  })

  await refund(store.shop, id, 20)
  const order = await read(id)
  expect(order).toMatchObject({ total: 109.8, credit_line_total: 20 })
  expect(lineOf(order, "Shirt")).toMatchObject({
    subtotal: 100,
    discount_subtotal: 10,
  })
})

test("a cancelled order keeps its totals when nothing was captured: only the status tells", async () => {
  const id = await placeOrderA({ captured: false })
  await cancelOrder(store.shop, id)
  const order = await read(id)

  expect(order).toMatchObject({
    status: "canceled",
    total: 228.8,
    credit_line_total: 0,
  })
  expect(order.transactions).toEqual([])
  expect(order.canceled_at).not.toBeNull()
  expect(lineOf(order, "Shirt")).toMatchObject({
    subtotal: 200,
    discount_subtotal: 20,
  })
})

test("a cancelled order that was captured is paid back and credited over everything, its lines full", async () => {
  const id = await placeOrderA()
  await cancelOrder(store.shop, id)
  const order = await read(id)

  expect(order).toMatchObject({
    status: "canceled",
    total: 0,
    credit_line_total: 228.8,
  })
  expect(lineOf(order, "Shirt")).toMatchObject({
    subtotal: 200,
    discount_subtotal: 20,
  })
  expect(order.transactions.map(({ amount }) => amount).sort()).toEqual([
    -228.8, 228.8,
  ])
})
