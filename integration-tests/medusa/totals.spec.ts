import {
  addDiscountCode,
  addWare,
  buy,
  capture,
  draftAndConvert,
  lineOf,
  ok,
  readOrder,
  useStore,
} from "../harness"

/**
 * What the plugin takes for granted about an order as it was placed. A Medusa upgrade that changes any of it has to
 * fail here before it changes what somebody is paid.
 */
const store = useStore()

beforeAll(async () => {
  await addDiscountCode(store.shop, "TEN", 10)
  await addDiscountCode(store.shop, "QUARTER", 25)
})

const orderA = () => ({
  items: [{ ware: store.shop.shirt, quantity: 2 }, { ware: store.shop.mug }],
  code: "TEN",
})

test("a line's subtotal is before discount and tax; its discount_subtotal is without tax", async () => {
  const order = await readOrder(
    store.shop,
    (await buy(store.shop, orderA())).id
  )

  expect(order).toMatchObject({
    total: 228.8,
    currency_code: "usd",
    credit_line_total: 0,
    version: 1,
  })
  expect(lineOf(order, "Shirt")).toMatchObject({
    quantity: 2,
    subtotal: 200,
    discount_subtotal: 20,
    discount_total: 22,
    tax_total: 18,
    total: 198,
  })
  expect(lineOf(order, "Mug")).toMatchObject({
    subtotal: 20,
    discount_subtotal: 2,
    total: 19.8,
  })
  expect(order.shipping_methods[0]).toMatchObject({
    subtotal: 10,
    tax_total: 1,
    total: 11,
  })
})

test("an adjustment names the code and its promotion, and the order is linked to the promotion", async () => {
  const { id } = await buy(store.shop, orderA())
  const order = await readOrder(store.shop, id)

  expect(lineOf(order, "Shirt").adjustments).toEqual([
    expect.objectContaining({
      code: "TEN",
      amount: 20,
      promotion_id: expect.any(String),
    }),
  ])
  expect(await promotionsOf(id)).toEqual(["TEN"])
})

test("of two codes the larger discount goes first and the smaller applies to what is left", async () => {
  const { id } = await buy(store.shop, {
    items: [{ ware: store.shop.shirt }],
    code: ["TEN", "QUARTER"],
  })
  const { adjustments, discount_subtotal } = lineOf(
    await readOrder(store.shop, id),
    "Shirt"
  )

  expect(discount_subtotal).toBe(32.5)
  expect(
    Object.fromEntries(
      (adjustments ?? []).map(({ code, amount }) => [code, amount])
    )
  ).toEqual({
    QUARTER: 25,
    TEN: 7.5,
  })
  expect(await promotionsOf(id)).toEqual(["QUARTER", "TEN"])
})

test("a price with tax in it has its tax taken out of the subtotal", async () => {
  const { id } = await buy(store.shop, {
    items: [{ ware: store.shop.shirt }],
    currency: "eur",
  })
  const line = lineOf(await readOrder(store.shop, id), "Shirt")

  expect(line.total).toBe(100)
  expect(line.subtotal).toBeCloseTo(100 / 1.19, 10)
})

test("yen have no decimals and dinars have three, and neither is rounded in a line", async () => {
  const ware = await addWare(store.shop, {
    title: "Odd",
    price: { jpy: 333, kwd: 1.234 },
  })
  for (const [currency, price] of [
    ["jpy", 333],
    ["kwd", 1.234],
  ] as const) {
    const { id } = await buy(store.shop, { items: [{ ware }], currency })
    expect(lineOf(await readOrder(store.shop, id), "Odd")).toMatchObject({
      subtotal: price,
      total: price,
    })
  }
  const { currencies } = ok(
    await store.admin.get("/admin/currencies", {
      fields: "code,decimal_digits",
      limit: 500,
    })
  )
  const digits = new Map(
    currencies.map((one: { code: string }) => [one.code, one])
  )
  expect(digits.get("jpy")).toMatchObject({ decimal_digits: 0 })
  expect(digits.get("usd")).toMatchObject({ decimal_digits: 2 })
  expect(digits.get("kwd")).toMatchObject({ decimal_digits: 3 })
})

test("a draft order with a code has the adjustments and the link of any other order", async () => {
  const { id } = await draftAndConvert(store.shop, {
    ...orderA(),
    email: "phone@example.com",
  })
  const order = await readOrder(store.shop, id)

  expect(order).toMatchObject({
    status: "pending",
    email: "phone@example.com",
    total: 228.8,
  })
  expect(lineOf(order, "Shirt")).toMatchObject({
    subtotal: 200,
    discount_subtotal: 20,
  })
  expect(await promotionsOf(id)).toEqual(["TEN"])
})

test("cart metadata, which every shopper can write, is copied to the order", async () => {
  const { id } = await buy(store.shop, {
    items: [{ ware: store.shop.mug }],
    metadata: { affiliate_id: "forged" },
  })
  const { order } = ok(
    await store.admin.get(`/admin/orders/${id}`, { fields: "metadata" })
  )

  expect(order.metadata).toEqual({ affiliate_id: "forged" })
})

test("a captured payment is an order transaction, by hand and at once", async () => {
  const byHand = await buy(store.shop, orderA())
  expect((await readOrder(store.shop, byHand.id)).payment_status).toBe(
    "authorized"
  )
  await capture(store.shop, byHand.id)
  const atOnce = await buy(store.shop, {
    ...orderA(),
    provider: "pp_auto_capture_default",
  })

  for (const { id } of [byHand, atOnce]) {
    const order = await readOrder(store.shop, id)
    expect(order.payment_status).toBe("captured")
    expect(order.transactions).toEqual([
      expect.objectContaining({ amount: 228.8, reference: "capture" }),
    ])
    expect(order.summary).toMatchObject({
      paid_total: 228.8,
      refunded_total: 0,
      pending_difference: 0,
    })
  }
})

async function promotionsOf(orderId: string): Promise<string[]> {
  const { order } = ok(
    await store.admin.get(`/admin/orders/${orderId}`, {
      fields: "promotions.code",
    })
  )
  return order.promotions.map(({ code }: { code: string }) => code).sort()
}
