import type { HttpTypes } from "@medusajs/framework/types"
import {
  buy,
  completeCart,
  eventually,
  fillCart,
  ok,
  signUp,
  startPayment,
  useStore,
  type Purchase,
} from "../harness"
import { settleSpentGiftsWorkflow } from "../../src/workflows/payouts"
import {
  expectSoundPayouts,
  makeAffiliate,
  moneyOf,
  WITH_ENCRYPTION,
  type TestAffiliate,
} from "../support/affiliates"
import { storeCreditOf } from "../support/store-credit"

/** Payouts as money to spend in the store, where Medusa's loyalty plugin is not installed: promotions. */
const store = useStore({
  env: { ...WITH_ENCRYPTION, PAYOUT_STORE_CREDIT: "true" },
})

afterEach(() => expectSoundPayouts(store))

const { provider, act, payoutOf } = storeCreditOf(store)

/** The code that an affiliate was given for an amount. */
async function giftOf(amount: number, affiliate: TestAffiliate) {
  const id = await payoutOf(amount, affiliate)
  ok(await act(id, "process"))
  const { payout } = ok(await affiliate.api.get(`/affiliate/payouts/${id}`))
  expect(payout).toMatchObject({ status: "paid", provider: "store-credit" })
  expect(payout.reference).toMatch(/^GIFT(-[A-Z2-9]{4}){4}$/)
  return { id, code: payout.reference as string }
}

const enter =
  (code: string): Purchase["beforePayment"] =>
  async (cartId, api) => {
    ok(
      await api.post(`/store/carts/${cartId}/promotions`, {
        promo_codes: [code],
      })
    )
  }

const discountOf = (order: HttpTypes.StoreOrder) => order.discount_total

/** What may still be used of a code: its value, and whether it is on. */
const leftOf = async (code: string) => {
  const [left] = await store.database.sql<{ value: string; status: string }>(
    `SELECT method.value, promotion.status FROM promotion
       JOIN promotion_application_method method ON method.promotion_id = promotion.id
      WHERE promotion.code = $1`,
    [code]
  )
  return { value: Number(left.value), status: left.status }
}

const giftsFor = async (id: string) =>
  store.database.sql<{ code: string }>(
    `SELECT promotion.code FROM promotion JOIN promotion_campaign campaign ON campaign.id = promotion.campaign_id
      WHERE campaign.campaign_identifier LIKE 'affiliate_payout_affpay_%' AND promotion.code =
            (SELECT reference FROM affiliate_payout WHERE id = $1)`,
    [id]
  )

test("a gift larger than an order is not lost: what is left of it is used at the next, and never more than it was", async () => {
  const { shop } = store
  const affiliate = await makeAffiliate(store)
  const { code } = await giftOf(50, affiliate)
  const spend = (items: Purchase["items"]) =>
    buy(shop, { items, email: affiliate.email, beforePayment: enter(code) })

  // A mug is 20 and 2 of tax; the gift is money, so that it pays the tax too.
  const mug = await spend([{ ware: shop.mug }])
  expect(discountOf(mug)).toBeCloseTo(22, 6)
  await eventually(async () =>
    expect(await leftOf(code)).toEqual({ value: 28, status: "active" })
  )

  // A shirt and a mug share out 28 in parts that no cent divides.
  const more = await spend([{ ware: shop.shirt }, { ware: shop.mug }])
  expect(discountOf(more)).toBeCloseTo(28, 6)
  expect(discountOf(await spend([{ ware: shop.mug }]))).toBe(0)
})

test("a gift that was used up is not given again to a cart that had it before", async () => {
  const { shop } = store
  const affiliate = await makeAffiliate(store)
  const { code } = await giftOf(20, affiliate)
  const purchase = { items: [{ ware: shop.shirt }], email: affiliate.email }
  const older = await fillCart(shop, purchase)
  await enter(code)!(older, shop.storefront)
  await startPayment(shop.storefront, older)
  const first = await buy(shop, { ...purchase, beforePayment: enter(code) })
  expect(discountOf(first)).toBeCloseTo(20, 6)
  await settleSpentGiftsWorkflow(store.container).run({ input: {} })

  await expect(completeCart(shop.storefront, older)).rejects.toThrow(
    /budget limit/
  )
})

test("two orders at once do not spend the same gift", async () => {
  const { shop } = store
  const affiliate = await makeAffiliate(store)
  const { code } = await giftOf(20, affiliate)
  const orders = await Promise.allSettled(
    [1, 2, 3].map(() =>
      buy(shop, {
        items: [{ ware: shop.shirt }],
        email: affiliate.email,
        beforePayment: enter(code),
      })
    )
  )
  const given = orders.map((order) =>
    order.status === "fulfilled" ? discountOf(order.value) : 0
  )
  expect(given.reduce((sum, discount) => sum + discount, 0)).toBeCloseTo(20, 6)
})

test("a code is for the affiliate alone: by its account where it has one, else by its e-mail", async () => {
  const { shop } = store
  const buyMug = (code: string, by: Partial<Purchase>) =>
    buy(shop, {
      items: [{ ware: shop.mug }],
      beforePayment: enter(code),
      ...by,
    }).then(discountOf)

  const guest = await makeAffiliate(store)
  const byEmail = await giftOf(22, guest)
  expect(await buyMug(byEmail.code, {})).toBe(0)
  expect(
    await buyMug(byEmail.code, { email: guest.email.toUpperCase() })
  ).toBeCloseTo(22, 6)

  const known = await makeAffiliate(store)
  const customer = await signUp(shop, `buyer-${known.id}@example.com`)
  ok(
    await store.admin.post(`/admin/affiliates/${known.id}`, {
      customer_id: customer.id,
    })
  )
  const byAccount = await giftOf(22, known)
  expect(await buyMug(byAccount.code, { email: known.email })).toBe(0)
  expect(await buyMug(byAccount.code, { customer })).toBeCloseTo(22, 6)
})

test("one key makes one gift, however often and by how many it is sent", async () => {
  const affiliate = await makeAffiliate(store)
  const id = await payoutOf(10, affiliate)
  const input = {
    idempotency_key: `${id}-1`,
    payout_id: id,
    affiliate_id: affiliate.id,
    amount: "10",
    currency_code: "usd",
    destination: {},
  }
  expect(await provider().lookUp(input)).toEqual({ status: "not_found" })
  const results = await Promise.all(
    Array.from({ length: 8 }, () => provider().send(input))
  )
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)

  // The answer was never recorded: what is sent now finds what was made.
  const { payout } = ok(await act(id, "process"))
  expect(payout).toMatchObject({ status: "paid" })
  expect(results[0]).toEqual({ status: "paid", reference: payout.reference })
  expect(await giftsFor(id)).toHaveLength(1)
  const [{ count }] = await store.database.sql<{ count: string }>(
    `SELECT count(*) FROM promotion_campaign_budget WHERE "limit" > 10 AND "limit" < 10.001`
  )
  expect(Number(count)).toBe(1)
  expect(await moneyOf(store, affiliate.id)).toMatchObject({
    available: 0,
    requested: 0,
    paid: 10,
  })
})

test("an unused gift can be taken back, once; a used one cannot", async () => {
  const { shop } = store
  const affiliate = await makeAffiliate(store)
  const payment = ({ id }: { id: string }) => ({
    idempotency_key: `${id}-1`,
    payout_id: id,
    affiliate_id: affiliate.id,
    amount: "22",
    currency_code: "usd",
    destination: {},
    reference: null,
    started_at: new Date(),
  })
  const unused = await giftOf(22, affiliate)
  for (const _ of [1, 2]) {
    expect(await provider().reverse(payment(unused), "a mistake")).toEqual({
      status: "returned",
      reason: "a mistake",
    })
  }
  const spend = (code: string) =>
    buy(shop, {
      items: [{ ware: shop.mug }],
      email: affiliate.email,
      beforePayment: enter(code),
    }).then(discountOf)
  expect(await spend(unused.code)).toBe(0)

  const used = await giftOf(22, affiliate)
  expect(await spend(used.code)).toBeCloseTo(22, 6)
  await expect(
    provider().reverse(payment(used), "a mistake")
  ).rejects.toMatchObject({ type: "not_allowed" })
  await expect(
    provider().reverse(payment({ id: "never" }), "a mistake")
  ).rejects.toThrow(/nothing to take back/)
})

test("yen are given whole", async () => {
  const affiliate = await makeAffiliate(store)
  const id = await payoutOf(333, affiliate, "jpy")
  const { payout } = ok(await act(id, "process"))
  expect(await leftOf(payout.reference)).toEqual({
    value: 333,
    status: "active",
  })
})

test("there is nothing to fill in, and what is filled in is refused", async () => {
  const affiliate = await makeAffiliate(store)
  const { payout_providers } = ok(
    await affiliate.api.get("/affiliate/payout-method")
  )
  expect(payout_providers).toContainEqual({
    id: "store-credit",
    onboarding: { type: "form", fields: [] },
  })
  expect(
    await affiliate.api.post("/affiliate/payout-method", {
      provider: "store-credit",
      details: { iban: "DE89370400440532013000" },
    })
  ).toMatchObject({
    status: 400,
    body: { message: expect.stringMatching(/details\.iban/) },
  })
  expect(await provider().check()).toMatchObject({
    ok: true,
    facts: { pays_with: "promotion code" },
  })
})
