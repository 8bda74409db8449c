import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  addDiscountCode,
  buy,
  fillCart,
  ok,
  readOrder,
  useStore,
} from "../harness"
import {
  createAffiliate,
  promotionStatus,
  register,
  unique,
} from "../support/people"
import { expectNothingChanged } from "../support/unchanged"
import { readVerdict, untilReconciled } from "../support/verdicts"

const store = useStore()

type Code = {
  id: string
  code: string
  discount_percent: number | null
  promotion_id: string | null
  retired_at: string | null
}

const addCode = (affiliateId: string, body: object) =>
  store.admin.post(`/admin/affiliates/${affiliateId}/codes`, body)

const removeCode = (affiliateId: string, code: string) =>
  store.admin.delete(`/admin/affiliates/${affiliateId}/codes/${code}`)

const codesOf = async (affiliateId: string): Promise<Code[]> =>
  ok(await store.admin.get(`/admin/affiliates/${affiliateId}`)).affiliate.codes

const act = (id: string, action: string) =>
  store.admin.post(`/admin/affiliates/${id}/${action}`, {})

/** Somebody buys a Mug with a code; answers once the order was judged. */
async function buyWith(code: string): Promise<string> {
  const { id } = await buy(store.shop, {
    items: [{ ware: store.shop.mug }],
    code,
  })
  await untilReconciled(store, id)
  return id
}

describe("a code", () => {
  test("is made from the name and a random word when none is given", async () => {
    const first = await createAffiliate(store, { name: "Zoë O'Brien-Smith" })
    const second = await createAffiliate(store, { name: "Zoë O'Brien-Smith" })
    const foreign = await createAffiliate(store, { name: "李小龍" })

    expect(first.codes).toHaveLength(1)
    expect(first.codes[0]).toMatchObject({
      discount_percent: null,
      promotion_id: null,
    })
    expect(first.codes[0].code).toMatch(/^ZOEOBRIENSMI-[3-9A-Y]{6}$/)
    expect(second.codes[0].code).not.toBe(first.codes[0].code)
    expect(foreign.codes[0].code).toMatch(/^PARTNER-[3-9A-Y]{6}$/)
  })

  test("is kept as written and found in any letter case", async () => {
    const code = unique("Ada_Ten-")
    const { id } = await createAffiliate(store, { code })
    expect((await codesOf(id))[0].code).toBe(code)
    const { storefront } = store.shop
    for (const word of [code, code.toLowerCase(), code.toUpperCase()]) {
      const { affiliate_code } = ok(
        await storefront.get(`/store/affiliate/codes/${word}`)
      )
      expect(affiliate_code.code).toBe(code)
    }
  })

  test("with a discount takes it off every line: Order A comes to 228.80", async () => {
    const { shop } = store
    const { codes } = await createAffiliate(store, { discount_percent: 10 })
    const placed = await buy(shop, {
      items: [{ ware: shop.shirt, quantity: 2 }, { ware: shop.mug }],
      code: codes[0].code,
    })
    const order = await readOrder(shop, placed.id)

    expect(order.total).toBe(228.8)
    const discounts = order.items
      .map((item) => item.discount_subtotal)
      .sort((a, b) => b - a)
    expect(discounts).toEqual([20, 2])
  })

  test("with a discount is a promotion of the store, of the same word", async () => {
    const code = unique("Promo")
    const { codes } = await createAffiliate(store, {
      code,
      discount_percent: 12.5,
    })
    const { promotion } = ok(
      await store.admin.get(`/admin/promotions/${codes[0].promotion_id}`)
    )

    expect(promotion).toMatchObject({
      code,
      type: "standard",
      status: "active",
      is_automatic: false,
      application_method: {
        type: "percentage",
        value: 12.5,
        target_type: "items",
        allocation: "across",
      },
    })
  })

  test("of somebody who waits gives nothing until they are approved", async () => {
    const { shop } = store
    const { id } = await register(store)
    const code = unique("WAIT")
    ok(await addCode(id, { code, discount_percent: 10 }))
    const { promotion_id } = (await codesOf(id)).find(
      (one) => one.code === code
    ) as Code

    expect(await promotionStatus(store, promotion_id)).toBe("inactive")
    const waiting = await readOrder(shop, await buyWith(code))
    expect(waiting.discount_total).toBe(0)
    expect(await readVerdict(store, waiting.id)).toMatchObject({
      outcome: "none",
    })

    ok(await act(id, "approve"))
    expect(await promotionStatus(store, promotion_id)).toBe("active")
    const approved = await readOrder(shop, await buyWith(code))
    expect(approved.discount_total).toBeGreaterThan(0)
    expect(await readVerdict(store, approved.id)).toMatchObject({
      affiliate_id: id,
    })
  })

  test("of somebody suspended gives nothing at checkout", async () => {
    const { id, codes } = await createAffiliate(store, { discount_percent: 10 })
    ok(await act(id, "suspend"))
    const order = await readOrder(store.shop, await buyWith(codes[0].code))
    expect(order.discount_total).toBe(0)
  })

  test("with a discount works in Medusa's own route in any letter case", async () => {
    const { shop } = store
    const { id, codes } = await createAffiliate(store, {
      code: unique("MixedCase"),
      discount_percent: 10,
    })
    const { code } = codes[0]
    const cartId = await fillCart(shop, {
      items: [{ ware: shop.mug }],
      code: code.toLowerCase(),
    })
    const path = `/store/carts/${cartId}`
    const { cart } = ok(await shop.storefront.get(path))
    expect(
      cart.promotions.map((promotion: { code: string }) => promotion.code)
    ).toEqual([code])
    ok(
      await shop.storefront.delete(`${path}/promotions`, {
        promo_codes: [code.toUpperCase()],
      })
    )
    expect(ok(await shop.storefront.get(path)).cart.promotions).toEqual([])

    const orderId = await buyWith(code.toUpperCase())
    expect(await readVerdict(store, orderId)).toMatchObject({
      affiliate_id: id,
      source: "code",
    })
  })

  test("does not change what Medusa answers to words that are no affiliate's", async () => {
    const { shop } = store
    const code = unique("Merchant")
    await addDiscountCode(shop, code, 5)
    const cartId = await fillCart(shop, { items: [{ ware: shop.mug }], code })
    const path = `/store/carts/${cartId}/promotions`

    const wrongCase = await shop.storefront.post(path, {
      promo_codes: [code.toLowerCase()],
    })
    expect(wrongCase.status).toBe(400)
    expect(
      (await shop.storefront.post(path, { promo_codes: "x" })).status
    ).toBe(400)
    expect(
      (await shop.storefront.post(path, { promo_codes: [5] })).status
    ).toBe(400)
    expect((await shop.storefront.post(path, { bogus: [] })).status).toBe(400)
  })
})

test("the plugin's data reaches Medusa's own, and not the other way round", async () => {
  const { shop, container } = store
  const affiliate = await createAffiliate(store, { discount_percent: 10 })
  const orderId = await buyWith(affiliate.codes[0].code)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "affiliate_conversion",
    fields: ["order.id", "order.currency_code"],
    filters: { order_id: orderId },
  })
  expect(data).toMatchObject([{ order: { id: orderId, currency_code: "usd" } }])

  // What is between the merchant and an affiliate is not for shoppers to ask for.
  const fields =
    "+affiliate_conversion.*,+promotions.affiliate_code.*,+customer.affiliate.*"
  const answers = [
    await shop.storefront.get(`/store/orders/${orderId}`, { fields }),
    await shop.storefront.get(`/store/orders/${orderId}`),
  ]
  for (const { body } of answers) {
    expect(JSON.stringify(body)).not.toContain(affiliate.id)
  }
})

describe("a code that is refused leaves nothing half done", () => {
  test.each([
    ["one letter", "A"],
    ["64 letters", "A".repeat(64)],
    ["a space", "ADA 10"],
    ["a dash first", "-ADA"],
    ["an accent", "ADÄ"],
    ["a percent sign", "ADA%"],
    ["nothing", ""],
  ])("because it has %s", async (_what, code) => {
    const { id } = await createAffiliate(store)
    const added = await expectNothingChanged(store, () =>
      addCode(id, { code, discount_percent: 10 })
    )
    expect(added).toMatchObject({ status: 400, body: { type: "invalid_data" } })
    expect(added.body.message).toMatch(/'code'/)
    const body = {
      name: "B",
      email: `${unique("b")}@example.com`,
      code,
      discount_percent: 10,
    }
    const made = await expectNothingChanged(store, () =>
      store.admin.post("/admin/affiliates", body)
    )
    expect(made.status).toBe(400)
  })

  test.each([
    ["an unknown field", { status: "active" }],
    ["a discount of 0", { discount_percent: 0 }],
    ["a discount over 100", { discount_percent: 100.01 }],
    ["a discount of five decimals", { discount_percent: 9.99999 }],
  ])("because of %s", async (_what, body) => {
    const { id } = await createAffiliate(store)
    const refused = await expectNothingChanged(store, () =>
      addCode(id, { code: unique("NO"), ...body })
    )
    expect(refused.status).toBe(400)
  })

  test("because another affiliate has it, in any letter case", async () => {
    const owner = await createAffiliate(store, { code: unique("Taken") })
    const other = await createAffiliate(store)
    const { code } = owner.codes[0]

    for (const word of [code, code.toUpperCase(), code.toLowerCase()]) {
      const refused = await expectNothingChanged(store, () =>
        addCode(other.id, { code: word, discount_percent: 10 })
      )
      expect(refused).toMatchObject({
        status: 422,
        body: { type: "duplicate_error" },
      })
      expect(refused.body.message).toContain(word)
    }
    const twice = await expectNothingChanged(store, () =>
      addCode(owner.id, { code })
    )
    expect(twice.status).toBe(422)
  })

  test("because the store has a promotion of that word, in any letter case", async () => {
    const { id } = await createAffiliate(store)
    const code = unique("Sale_")
    await addDiscountCode(store.shop, code, 10)

    for (const body of [
      { code, discount_percent: 10 },
      { code: code.toLowerCase(), discount_percent: 10 },
      { code },
    ]) {
      const added = await expectNothingChanged(store, () => addCode(id, body))
      expect(added).toMatchObject({
        status: 422,
        body: { type: "duplicate_error" },
      })
      const made = await expectNothingChanged(store, () =>
        store.admin.post("/admin/affiliates", {
          name: "B",
          email: `${unique("b")}@example.com`,
          ...body,
        })
      )
      expect(made.status).toBe(422)
    }
    // `_` in a code is an underscore, not any sign.
    const lookalike = code.replace("_", "X")
    expect(
      (await addCode(id, { code: lookalike, discount_percent: 10 })).status
    ).toBe(200)
  })

  test("because there is no such affiliate", async () => {
    const refused = await expectNothingChanged(store, () =>
      addCode("aff_no", { code: unique("NO"), discount_percent: 10 })
    )
    expect(refused.status).toBe(404)
  })

  test("to all but one of ten affiliates who want it at once", async () => {
    const affiliates = await Promise.all(
      Array.from({ length: 10 }, () => createAffiliate(store))
    )
    const code = unique("RUSH")
    const answers = await Promise.all(
      affiliates.map(({ id }) => addCode(id, { code, discount_percent: 10 }))
    )
    const granted = answers.filter(({ status }) => status === 200)
    expect(granted).toHaveLength(1)
    for (const { status } of answers) expect([200, 400, 422]).toContain(status)

    const promotions = await store.database.sql(
      `SELECT id FROM promotion WHERE code = $1 AND deleted_at IS NULL`,
      [code]
    )
    const codes = await store.database.sql<{ promotion_id: string }>(
      `SELECT promotion_id FROM affiliate_code WHERE code = $1`,
      [code]
    )
    expect(promotions).toEqual([{ id: codes[0].promotion_id }])
  })
})

describe("a code that is taken away", () => {
  test("and never earned is gone with its promotion, and another may have it", async () => {
    const affiliate = await createAffiliate(store, { discount_percent: 10 })
    const { code, promotion_id, id } = affiliate.codes[0]
    const answer = ok(await removeCode(affiliate.id, code.toLowerCase()))

    expect(answer).toMatchObject({
      id,
      object: "affiliate_code",
      deleted: true,
      parent: { id: affiliate.id, codes: [] },
    })
    expect(await promotionStatus(store, promotion_id)).toBeUndefined()
    const other = await createAffiliate(store, { code, discount_percent: 5 })
    expect(other.codes[0]).toMatchObject({ code, discount_percent: 5 })
  })

  test("and earned keeps its word for ever, switched off", async () => {
    const affiliate = await createAffiliate(store, { discount_percent: 10 })
    const { code, promotion_id } = affiliate.codes[0]
    const orderId = await buyWith(code)
    expect(await readVerdict(store, orderId)).toMatchObject({
      affiliate_id: affiliate.id,
    })
    ok(await removeCode(affiliate.id, code))

    const [kept] = await codesOf(affiliate.id)
    expect(kept).toMatchObject({ code, promotion_id })
    expect(kept.retired_at).not.toBeNull()
    expect(await promotionStatus(store, promotion_id)).toBe("inactive")
    expect(
      (await store.shop.storefront.get(`/store/affiliate/codes/${code}`)).status
    ).toBe(404)

    for (const word of [code, code.toLowerCase()]) {
      const other = await createAffiliate(store)
      const refused = await expectNothingChanged(store, () =>
        addCode(other.id, { code: word, discount_percent: 10 })
      )
      expect(refused).toMatchObject({
        status: 422,
        body: { type: "duplicate_error" },
      })
    }
    // Reinstating its affiliate does not bring it back.
    ok(await act(affiliate.id, "suspend"))
    ok(await act(affiliate.id, "reinstate"))
    expect(await promotionStatus(store, promotion_id)).toBe("inactive")
    // Nor does it earn any more.
    expect(await readVerdict(store, await buyWith(code))).toMatchObject({
      outcome: "none",
    })
  })

  test("may be taken up again by whoever had it, with another discount or none", async () => {
    const affiliate = await createAffiliate(store, { discount_percent: 10 })
    const { id, code } = affiliate.codes[0]
    await buyWith(code)

    ok(await removeCode(affiliate.id, code))
    ok(await addCode(affiliate.id, { code, discount_percent: 25 }))
    const [again] = await codesOf(affiliate.id)
    expect(again).toMatchObject({ id, discount_percent: 25, retired_at: null })
    expect(await promotionStatus(store, again.promotion_id)).toBe("active")
    const order = await readOrder(store.shop, await buyWith(code))
    expect(order.items[0].discount_subtotal).toBe(5)

    ok(await removeCode(affiliate.id, code))
    ok(await addCode(affiliate.id, { code }))
    const [plain] = await codesOf(affiliate.id)
    expect(plain).toMatchObject({
      id,
      discount_percent: null,
      promotion_id: null,
      retired_at: null,
    })
    const promotions = await store.database.sql(
      `SELECT id FROM promotion WHERE code = $1 AND deleted_at IS NULL`,
      [code]
    )
    expect(promotions).toEqual([])
  })

  test("while an order with it waits for its verdict is kept", async () => {
    const affiliate = await createAffiliate(store, { discount_percent: 10 })
    const { code } = affiliate.codes[0]
    const orderId = await buyWith(code)
    // As if the event had been lost, and the sweep had not come by yet: the verdict is of another order.
    const { sql } = store.database
    await sql(
      `UPDATE affiliate_conversion SET code_id = NULL, order_id = 'x' || order_id
        WHERE order_id = $1`,
      [orderId]
    )
    ok(await removeCode(affiliate.id, code))
    expect((await codesOf(affiliate.id))[0].retired_at).not.toBeNull()
  })

  test("twice, or by somebody else's name, answers 404 and changes nothing", async () => {
    const affiliate = await createAffiliate(store, { discount_percent: 10 })
    const other = await createAffiliate(store)
    const { code } = affiliate.codes[0]
    await buyWith(code)

    const foreign = await expectNothingChanged(store, () =>
      removeCode(other.id, code)
    )
    expect(foreign.status).toBe(404)
    ok(await removeCode(affiliate.id, code))
    const twice = await expectNothingChanged(store, () =>
      removeCode(affiliate.id, code)
    )
    expect(twice.status).toBe(404)
    expect((await removeCode("aff_no", code)).status).toBe(404)
  })

  test("is gone although the merchant deleted its promotion before", async () => {
    const affiliate = await createAffiliate(store, { discount_percent: 10 })
    const { code, promotion_id } = affiliate.codes[0]
    ok(await store.admin.delete(`/admin/promotions/${promotion_id}`))
    ok(await removeCode(affiliate.id, code))
    expect(await codesOf(affiliate.id)).toEqual([])
  })
})
