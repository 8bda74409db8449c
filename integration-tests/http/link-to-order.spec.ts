import {
  buy,
  completeCart,
  fillCart,
  ok,
  startPayment,
  useStore,
  type Api,
} from "../harness"
import { join, type Affiliate } from "../harness/affiliates"
import { browserAt, follow } from "../harness/affiliates/browsers"
import { uniqueEmail } from "../support/people"
import { readVerdict, untilReconciled } from "../support/verdicts"

/** From a link to the money, and to the figures that its affiliate reads. */
const store = useStore()

let ada: Affiliate
let bob: Affiliate
beforeAll(async () => {
  ada = await join(store.shop, { name: "Ada", email: uniqueEmail() })
  bob = await join(store.shop, { name: "Bob", email: uniqueEmail() })
})

const makeLink = async (api: Api, fields: object = {}) =>
  ok(
    await api.post("/affiliate/links", {
      destination_url: "http://localhost:8000/",
      ...fields,
    })
  ).link

const fill = () => fillCart(store.shop, { items: [{ ware: store.shop.mug }] })

const complete = async (cartId: string): Promise<string> => {
  await startPayment(store.shop.storefront, cartId)
  const { id } = await completeCart(store.shop.storefront, cartId)
  await untilReconciled(store, id)
  return id
}

const figuresOf = async (api: Api, id: string) => {
  const { clicks, orders } = ok(await api.get(`/affiliate/links/${id}`)).link
  return { clicks, orders }
}

const conversionOf = async (order_id: string) => {
  const [row] = await store.database.sql(
    "SELECT link_id, sub_id FROM affiliate_conversion WHERE order_id = $1",
    [order_id]
  )
  return row
}

test("a cart is bound by the cookie alone, and the order counts for the link", async () => {
  const link = await makeLink(ada.api, { sub_id: "bio" })
  const { cookie } = await follow(
    browserAt(store.api),
    `/affiliate/r/${link.slug}`
  )
  const cartId = await fill()
  const answer = ok(
    await store.shop.storefront
      .with({ cookie: cookie! })
      .post(`/store/carts/${cartId}/affiliate`)
  )
  expect(answer.cart_affiliate).toMatchObject({
    source: "click",
    affiliate_code: null,
  })
  const orderId = await complete(cartId)

  expect(await readVerdict(store, orderId)).toMatchObject({
    affiliate_id: ada.id,
    source: "click",
  })
  expect(await conversionOf(orderId)).toEqual({
    link_id: link.id,
    sub_id: "bio",
  })
  expect(await figuresOf(ada.api, link.id)).toEqual({ clicks: 1, orders: 1 })

  ok(await store.admin.post(`/admin/orders/${orderId}/cancel`))
  await untilReconciled(store, orderId)
  expect(await figuresOf(ada.api, link.id)).toEqual({ clicks: 1, orders: 0 })
})

test("an order credited by the affiliate's code counts for the link that the buyer came by", async () => {
  const link = await makeLink(ada.api)
  const { location } = await follow(
    browserAt(store.api),
    `/affiliate/r/${link.slug}?sub_id=story`
  )
  const cartId = await fill()
  ok(
    await store.shop.storefront.post(`/store/carts/${cartId}/affiliate`, {
      code: location!.searchParams.get("ref"),
      click_id: location!.searchParams.get("aff_click"),
    })
  )
  const orderId = await complete(cartId)
  expect(await readVerdict(store, orderId)).toMatchObject({
    affiliate_id: ada.id,
    source: "code",
  })
  expect(await conversionOf(orderId)).toEqual({
    link_id: link.id,
    sub_id: "story",
  })
})

test("an order credited to somebody else counts for no link of hers", async () => {
  const link = await makeLink(ada.api)
  const { location } = await follow(
    browserAt(store.api),
    `/affiliate/r/${link.slug}`
  )
  const { codes } = ok(await bob.api.get("/affiliate/profile")).affiliate
  const cartId = await fill()
  ok(
    await store.shop.storefront.post(`/store/carts/${cartId}/affiliate`, {
      code: codes[0].code,
      click_id: location!.searchParams.get("aff_click"),
      sub_id: "mail",
    })
  )
  const orderId = await complete(cartId)
  expect((await readVerdict(store, orderId)).affiliate_id).toBe(bob.id)
  expect(await conversionOf(orderId)).toEqual({ link_id: null, sub_id: "mail" })
  expect(await figuresOf(ada.api, link.id)).toEqual({ clicks: 1, orders: 0 })
})

test("a cookie of a click that is there no longer binds nothing, and a code beside it all the same", async () => {
  const link = await makeLink(ada.api)
  const { cookie } = await follow(
    browserAt(store.api),
    `/affiliate/r/${link.slug}`
  )
  await store.database.sql("DELETE FROM affiliate_click WHERE link_id = $1", [
    link.id,
  ])
  const cartId = await fill()
  const storefront = store.shop.storefront.with({ cookie: cookie! })
  const path = `/store/carts/${cartId}/affiliate`
  expect((await storefront.post(path)).status).toBe(400)
  const { codes } = ok(await ada.api.get("/affiliate/profile")).affiliate
  expect(
    ok(await storefront.post(path, { code: `${codes[0].code}!` }))
      .cart_affiliate
  ).toMatchObject({ source: "code", affiliate_code: codes[0].code })
})

test("an order without a cart that was bound is nobody's by a click", async () => {
  const link = await makeLink(ada.api)
  await follow(browserAt(store.api), `/affiliate/r/${link.slug}`)
  const { id } = await buy(store.shop, { items: [{ ware: store.shop.mug }] })
  await untilReconciled(store, id)
  expect((await readVerdict(store, id)).outcome).toBe("none")
})
