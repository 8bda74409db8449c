import {
  buy,
  cancelExchange,
  capture,
  editOrder,
  exchange,
  lineOf,
  paymentsOf,
  readOrder,
  useStore,
} from "../harness"

/** What the plugin takes for granted about payments that were authorized and not taken. */
const store = useStore()

test("an order edited before its payment was taken waits for another payment, of all of it", async () => {
  const { shop, admin } = store
  const { id } = await buy(shop, { items: [{ ware: shop.mug, quantity: 2 }] })
  const [authorized] = await paymentsOf(shop, id)
  const { id: lineId } = lineOf(await readOrder(shop, id), "Mug")
  await editOrder(shop, id, { set: [{ lineId, quantity: 1 }] })

  const refused = await admin.post(`/admin/payments/${authorized?.id}/capture`)
  expect(refused.status).toBe(400)
  const { payment_collections } = await readOrder(shop, id)
  expect(
    payment_collections.map(({ status, amount }) => [status, amount]).sort()
  ).toEqual([
    ["canceled", 55],
    ["not_paid", 33],
  ])
})

test("an open payment stays as large as it was when the exchange it was for is called off", async () => {
  const { shop } = store
  const { id } = await buy(shop, { items: [{ ware: shop.mug }] })
  await capture(shop, id)
  const { id: lineId } = lineOf(await readOrder(shop, id), "Mug")
  const { exchangeId } = await exchange(shop, id, {
    back: [{ lineId, quantity: 1 }],
    out: [{ ware: shop.shirt }],
  })
  await cancelExchange(shop, exchangeId)

  const { total, payment_collections } = await readOrder(shop, id)
  expect(total).toBe(33)
  expect(
    payment_collections.map(({ status, amount }) => [status, amount]).sort()
  ).toEqual([
    ["completed", 33],
    ["not_paid", 88],
  ])
})
