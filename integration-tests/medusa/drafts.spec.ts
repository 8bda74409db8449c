import {
  addDiscountCode,
  buy,
  convertDraft,
  draftAndConvert,
  draftOrder,
  editOrder,
  fulfill,
  lineOf,
  ok,
  readOrder,
  requestReturn,
  useStore,
} from "../harness"

/** What the plugin takes for granted about orders that the merchant writes down. */
const store = useStore()

beforeAll(() => addDiscountCode(store.shop, "TEN", 10))

/** 3 Mugs of 20 with 19 % tax in them, and a code with 10 % off. */
const inEuro = () => ({
  items: [{ ware: store.shop.mug, quantity: 3 }],
  code: "TEN",
  currency: "eur" as const,
})

test("a draft's discount on prices with tax in them is reckoned with the tax and taken off without it", async () => {
  const { shop } = store
  const cart = await buy(shop, inEuro())
  const draft = await draftAndConvert(shop, {
    ...inEuro(),
    email: "on-the-phone@example.com",
  })
  const ofCart = lineOf(await readOrder(shop, cart.id), "Mug")
  const ofDraft = lineOf(await readOrder(shop, draft.id), "Mug")

  expect(ofCart.subtotal).toBeCloseTo(60 / 1.19, 9)
  expect(ofCart.discount_subtotal).toBeCloseTo(6 / 1.19, 9)
  expect(ofCart.total).toBeCloseTo(54, 9)

  expect(ofDraft.subtotal).toBeCloseTo(60 / 1.19, 9)
  expect(ofDraft.discount_subtotal).toBeCloseTo(6, 9)
  expect(ofDraft.total).toBeCloseTo(60 - 6 * 1.19, 9)
})

/** The earliest that Medusa wrote of an order's tax lines, and what its row says. */
async function timesOf(id: string) {
  const [times] = await store.database.sql<{ taxed: Date; updated: Date }>(
    `SELECT o.updated_at AS updated,
            least((SELECT min(t.created_at) FROM order_line_item_tax_line t
                     JOIN order_item i ON i.item_id = t.item_id WHERE i.order_id = o.id),
                  (SELECT min(t.created_at) FROM order_shipping_method_tax_line t
                     JOIN order_shipping s ON s.shipping_method_id = t.shipping_method_id
                    WHERE s.order_id = o.id)) AS taxed
       FROM "order" o WHERE o.id = $1`,
    [id]
  )
  return { taxed: Number(times!.taxed), updated: Number(times!.updated) }
}

test("a draft is taxed anew right before it becomes an order, and its lines never again", async () => {
  const { shop } = store
  const { id } = await draftOrder(shop, {
    items: [{ ware: shop.mug, quantity: 3 }],
    email: "taxed-anew@example.com",
  })
  const drafted = await timesOf(id)
  await convertDraft(shop, id)
  const sold = await timesOf(id)
  expect(sold.taxed).toBeGreaterThan(drafted.updated)
  expect(sold.taxed).toBeLessThanOrEqual(sold.updated)

  const mug = lineOf(await readOrder(shop, id), "Mug").id
  await editOrder(shop, id, {
    set: [{ lineId: mug, quantity: 2 }],
    add: [{ ware: shop.shirt }],
  })
  ok(await shop.admin.post(`/admin/orders/${id}`, { email: "b@example.com" }))
  await requestReturn(shop, id, [{ lineId: mug, quantity: 1 }])
  const later = await timesOf(id)
  expect(later.updated).toBeGreaterThan(sold.updated)
  expect(later.taxed).toBe(sold.taxed)
})

test("what is done to a draft and to an order alike is a change of type edit or update_order; a sent order tells by others", async () => {
  const { shop } = store
  const { id } = await draftOrder(shop, {
    items: [{ ware: shop.mug }],
    email: "changes@example.com",
  })
  const draft = `/admin/draft-orders/${id}`
  ok(await shop.admin.post(`${draft}/edit`))
  ok(
    await shop.admin.post(`${draft}/edit/items`, {
      items: [{ variant_id: shop.shirt.variantId, quantity: 1 }],
    })
  )
  ok(await shop.admin.post(`${draft}/edit/request`))
  ok(await shop.admin.post(`${draft}/edit/confirm`))
  ok(await shop.admin.post(draft, { email: "changed@example.com" }))
  const types = async () =>
    (
      await store.database.sql<{ change_type: string | null }>(
        "SELECT change_type FROM order_change WHERE order_id = $1 ORDER BY created_at",
        [id]
      )
    ).map(({ change_type }) => change_type)
  expect(await types()).toEqual(["edit", "update_order"])

  await convertDraft(shop, id)
  expect(await types()).toHaveLength(2)
  await fulfill(shop, id)
  expect((await types()).slice(2)).toEqual([null])
})
