import {
  addDiscountCode,
  buy,
  draftAndConvert,
  lineOf,
  readOrder,
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
