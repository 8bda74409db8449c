import {
  addDiscountCode,
  buy,
  completeCart,
  fillCart,
  ok,
  readOrder,
  startPayment,
  useStore,
  type Api,
} from "../harness"
import { browserAt } from "../harness/affiliates/browsers"
import { createAffiliate, register, unique } from "../support/people"
import { expectNothingChanged } from "../support/unchanged"
import { readVerdict, untilReconciled } from "../support/verdicts"

const store = useStore()

const browser = (headers: Record<string, string> = {}): Api =>
  browserAt(store.shop.storefront, headers)

const click = (body: object, api = browser()) =>
  api.post("/store/affiliate/clicks", body)

/** As a browser sends it that does not ask first: no key, and no word about JSON. */
const plainClick = (
  body: object | string,
  { headers }: Pick<Api, "headers"> = browser()
) => {
  const { "x-publishable-api-key": _, ...rest } = headers
  return fetch(`${store.baseUrl}/affiliate/clicks`, {
    method: "POST",
    headers: { ...rest, "content-type": "text/plain;charset=UTF-8" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  })
}

type ClickRow = {
  id: string
  affiliate_id: string
  code_id: string
  visitor_id: string | null
  sub_id: string | null
  landing_url: string | null
  referrer: string | null
  counted: boolean
}

const rowOf = async (id: string): Promise<ClickRow> => {
  const [row] = await store.database.sql<ClickRow>(
    `SELECT * FROM affiliate_click WHERE id = $1`,
    [id]
  )
  return row
}

/** Codes that do not work, each in another way. */
async function deadCodes(): Promise<Record<string, string>> {
  const pending = await register(store)
  const suspended = await createAffiliate(store)
  ok(await store.admin.post(`/admin/affiliates/${suspended.id}/suspend`))
  const rejected = await register(store)
  ok(await store.admin.post(`/admin/affiliates/${rejected.id}/reject`))
  const { affiliate_program } = ok(
    await store.admin.post("/admin/affiliate-programs", {
      name: "Over",
      commission_value: 1,
    })
  )
  const over = await createAffiliate(store, {
    program_id: affiliate_program.id,
  })
  ok(
    await store.admin.post(
      `/admin/affiliate-programs/${affiliate_program.id}`,
      {
        status: "inactive",
      }
    )
  )
  const retired = await createAffiliate(store, { discount_percent: 10 })
  const { id } = await buy(store.shop, {
    items: [{ ware: store.shop.mug }],
    code: retired.codes[0].code,
  })
  await untilReconciled(store, id)
  ok(
    await store.admin.delete(
      `/admin/affiliates/${retired.id}/codes/${retired.codes[0].code}`
    )
  )
  return {
    unknown: "NEVER-HEARD-OF",
    pending: pending.codes[0].code,
    suspended: suspended.codes[0].code,
    rejected: rejected.codes[0].code,
    "of a program that is over": over.codes[0].code,
    retired: retired.codes[0].code,
  }
}

test("every code that does not work is the same 404, wherever it is given", async () => {
  const dead = await deadCodes()
  const cartId = await fillCart(store.shop, {
    items: [{ ware: store.shop.mug }],
  })
  const { storefront } = store.shop

  for (const [kind, code] of Object.entries(dead)) {
    const answers = await expectNothingChanged(store, async () => [
      await storefront.get(`/store/affiliate/codes/${code}`),
      await click({ code, visitor_id: "v" }),
      await storefront.post(`/store/carts/${cartId}/affiliate`, { code }),
    ])
    for (const { status, body } of answers) {
      expect({ kind, status, body }).toEqual({
        kind,
        status: 404,
        body: {
          type: "not_found",
          message: `There is no affiliate code ${code}`,
        },
      })
    }
  }
})

describe("looking a code up", () => {
  test("tells whose it is and what it gives", async () => {
    const { storefront } = store.shop
    const giving = await createAffiliate(store, {
      name: "Ada King",
      discount_percent: 12.5,
    })
    const plain = await createAffiliate(store)
    const look = async (code: string) =>
      ok(await storefront.get(`/store/affiliate/codes/${code}`))

    expect(await look(giving.codes[0].code.toLowerCase())).toEqual({
      affiliate_code: {
        code: giving.codes[0].code,
        valid: true,
        discount_percent: 12.5,
        affiliate_name: "Ada King",
        attribution_window_days: 30,
      },
    })
    expect(
      (await look(plain.codes[0].code)).affiliate_code.discount_percent
    ).toBeNull()
  })

  test("does not promise a discount that the merchant switched off", async () => {
    const { codes } = await createAffiliate(store, { discount_percent: 10 })
    const path = `/admin/promotions/${codes[0].promotion_id}`
    ok(await store.admin.post(path, { status: "inactive" }))
    const { affiliate_code } = ok(
      await store.shop.storefront.get(`/store/affiliate/codes/${codes[0].code}`)
    )
    expect(affiliate_code).toMatchObject({
      valid: true,
      discount_percent: null,
    })
  })

  test.each(["%00", "a%20b", "%F0%9F%8E%89", "a".repeat(300), "..%2f"])(
    "answers 404 to %s, which no code can be",
    async (word) => {
      const { status } = await store.shop.storefront.get(
        `/store/affiliate/codes/${word}`
      )
      expect(status).toBe(404)
    }
  )

  test("needs the store's key, like every route of the storefront", async () => {
    const { codes } = await createAffiliate(store)
    const answer = await store.api.get(
      `/store/affiliate/codes/${codes[0].code}`
    )
    expect(answer.status).toBe(400)
  })
})

describe("a click", () => {
  test("is recorded with all that is known of it", async () => {
    const { id: affiliate_id, codes } = await createAffiliate(store)
    const visit = {
      visitor_id: unique("visitor-"),
      sub_id: "newsletter",
      landing_url: "https://shop.example.com/shirts?ref=ada",
      referrer: "https://ada.example.com/",
    }
    const answer = await click({ code: codes[0].code.toLowerCase(), ...visit })

    expect(answer).toMatchObject({
      status: 202,
      body: { click: { duplicate: false } },
    })
    expect(answer.body.click).toEqual({
      id: expect.any(String),
      duplicate: false,
      visitor_id: visit.visitor_id,
      attribution_window_days: 30,
    })
    expect(await rowOf(answer.body.click.id)).toMatchObject({
      affiliate_id,
      code_id: codes[0].id,
      ...visit,
      counted: true,
    })
  })

  test("of a visitor who was counted in the last 24 hours is recorded, not counted", async () => {
    const { codes } = await createAffiliate(store)
    const { code } = codes[0]
    const visitor_id = unique("visitor-")
    const first = ok(await click({ code, visitor_id })).click
    const second = ok(await click({ code, visitor_id })).click
    expect(first.duplicate).toBe(false)
    expect(second.duplicate).toBe(true)
    expect(second.id).not.toBe(first.id)
    expect(await rowOf(second.id)).toMatchObject({ visitor_id, counted: false })

    const other = await createAffiliate(store)
    expect(
      ok(await click({ code: other.codes[0].code, visitor_id })).click.duplicate
    ).toBe(false)
    expect(
      ok(await click({ code, visitor_id: unique("other-") })).click.duplicate
    ).toBe(false)
  })

  test("counts again after 24 hours, reckoned from the one that was counted", async () => {
    const { codes } = await createAffiliate(store)
    const { code } = codes[0]
    const visitor_id = unique("visitor-")
    const first = ok(await click({ code, visitor_id })).click
    // Of all visitors: which row is whose cannot be told from outside.
    const age = (interval: string) =>
      store.database.sql(
        `UPDATE affiliate_click_visitor SET counted_at = now() - $1::interval`,
        [interval]
      )
    expect(first.duplicate).toBe(false)
    await age("23 hours 59 minutes")
    expect(ok(await click({ code, visitor_id })).click.duplicate).toBe(true)
    await age("24 hours 1 minute")
    expect(ok(await click({ code, visitor_id })).click.duplicate).toBe(false)
  })

  test("of one visitor thirty times at once is counted once", async () => {
    const { codes } = await createAffiliate(store)
    const visitor_id = unique("visitor-")
    const api = browser()
    const clicks = await Promise.all(
      Array.from({ length: 30 }, async () =>
        ok(await click({ code: codes[0].code, visitor_id }, api))
      )
    )
    expect(clicks.filter((answer) => !answer.click.duplicate)).toHaveLength(1)
    const [{ counted }] = await store.database.sql<{ counted: string }>(
      `SELECT count(*) FILTER (WHERE counted) AS counted FROM affiliate_click WHERE visitor_id = $1`,
      [visitor_id]
    )
    expect(counted).toBe("1")
  })

  test("without an id is told apart by address and browser, of which nothing is kept", async () => {
    const { codes } = await createAffiliate(store)
    const { code } = codes[0]
    const someone = browser()
    const first = ok(await click({ code }, someone)).click
    const again = ok(await click({ code }, someone)).click
    const fromElsewhere = ok(await click({ code })).click
    expect([first, again, fromElsewhere].map((made) => made.duplicate)).toEqual(
      [false, true, false]
    )
    const { headers } = someone
    const kept = await store.database.sql(
      `SELECT string_agg(k::text, ' ') AS clicks,
              (SELECT string_agg(v::text, ' ') FROM affiliate_click_visitor v) AS visitors
         FROM affiliate_click k`
    )
    expect(JSON.stringify(kept)).not.toContain(headers["x-forwarded-for"])
    expect(JSON.stringify(kept)).not.toContain("AppleWebKit")
  })

  test.each([
    [
      "a crawler",
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    ],
    ["a command line", "curl/8.5.0"],
    ["nobody", ""],
  ])("of %s is answered alike and not counted", async (_who, userAgent) => {
    const { codes } = await createAffiliate(store)
    const visitor_id = unique("visitor-")
    const { code } = codes[0]
    const answer = await click(
      { code, visitor_id },
      browser({ "user-agent": userAgent })
    )
    expect(answer).toMatchObject({
      status: 202,
      body: { click: { duplicate: false } },
    })
    expect((await rowOf(answer.body.click.id)).counted).toBe(false)
    // A person with the same visitor id has not been counted yet.
    expect(ok(await click({ code, visitor_id })).click.duplicate).toBe(false)
  })

  test("keeps no more of an address than is worth keeping", async () => {
    const { codes } = await createAffiliate(store)
    const landing_url = `https://shop.example.com/?${"a".repeat(5000)}`
    const { id } = ok(await click({ code: codes[0].code, landing_url })).click
    expect((await rowOf(id)).landing_url).toBe(landing_url.slice(0, 2048))
  })

  const wrong: [what: string, body: object, status: number][] = [
    ["neither code nor link", { visitor_id: "v" }, 400],
    ["both code and link", { code: "A1", link: "l" }, 400],
    ["a link that nobody made", { link: "summer" }, 404],
    ["an unknown field", { code: "A1", affiliate_id: "aff_1" }, 400],
    ["an empty code", { code: "" }, 400],
    ["a code that is a number", { code: 5 }, 400],
    [
      "a visitor of 201 letters",
      { code: "A1", visitor_id: "v".repeat(201) },
      400,
    ],
    [
      "an address of 16385 letters",
      { code: "A1", referrer: "r".repeat(16_385) },
      400,
    ],
    ["a character that cannot be kept", { code: "A1", sub_id: "\u0000" }, 400],
    ["a consent that is a word", { code: "A1", consent: "yes" }, 400],
  ]
  test.each(wrong)(
    "with %s is refused and changes nothing",
    async (_what, body, status) => {
      const refused = await expectNothingChanged(store, () => click(body))
      expect(refused.status).toBe(status)
    }
  )

  test("is taken 300 times a minute from one address, and is then told when to come again", async () => {
    const { codes } = await createAffiliate(store)
    const api = browser()
    const statuses: number[] = []
    for (let hundred = 0; hundred < 3; hundred++) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => click({ code: codes[0].code }, api))
      )
      statuses.push(...answers.map(({ status }) => status))
    }
    expect(new Set(statuses)).toEqual(new Set([202]))

    const refused = await expectNothingChanged(store, () =>
      click({ code: codes[0].code }, api)
    )
    expect(refused).toMatchObject({
      status: 429,
      body: { type: "too_many_requests" },
    })
    const raw = await fetch(`${store.baseUrl}/store/affiliate/clicks`, {
      method: "POST",
      headers: { ...api.headers, "content-type": "application/json" },
      body: JSON.stringify({ code: codes[0].code }),
    })
    expect(raw.status).toBe(429)
    expect(Number(raw.headers.get("retry-after"))).toBeGreaterThan(0)
    // Without the key no other allowance.
    expect((await plainClick({ code: codes[0].code }, api)).status).toBe(429)
    expect((await click({ code: codes[0].code })).status).toBe(202)
  }, 60_000)

  test("is taken without a key as plain text, so that a browser need not ask first", async () => {
    const { codes } = await createAffiliate(store)
    const body = { code: codes[0].code, sub_id: "bio", visitor_id: unique("v") }
    const origin = "http://localhost:8000"
    const taken = await plainClick(body, browser({ origin }))
    expect(taken.status).toBe(202)
    expect(taken.headers.get("access-control-allow-origin")).toBe(origin)
    expect(taken.headers.get("access-control-allow-credentials")).toBe("true")
    expect(taken.headers.get("set-cookie")).toContain("aff_click=")
    const { click: told } = (await taken.json()) as { click: { id: string } }
    expect(told).toMatchObject({ duplicate: false })
    expect(await rowOf(told.id)).toMatchObject({
      code_id: codes[0].id,
      sub_id: "bio",
      counted: true,
    })
    // The same visit, whichever way it is told.
    expect(ok(await click(body)).click).toMatchObject({ duplicate: true })

    const elsewhere = await plainClick(
      body,
      browser({ origin: "https://evil.example" })
    )
    expect(elsewhere.headers.get("access-control-allow-origin")).toBeNull()

    await expectNothingChanged(store, async () => {
      for (const [sent, message] of [
        ["{", "the body is not a JSON object"],
        ["[]", "the body is not a JSON object"],
        ["null", "the body is not a JSON object"],
        ['{"code":"x","extra":1}', "extra"],
        ["", "the body is not a JSON object"],
        ["{}", "needs one of 'code' and 'link'"],
      ]) {
        const refused = await plainClick(sent)
        expect({ sent, said: await refused.json() }).toMatchObject({
          sent,
          said: {
            type: "invalid_data",
            message: expect.stringContaining(message),
          },
        })
        expect(refused.status).toBe(400)
      }
      const unknown = await plainClick({ code: "NOBODY-HERE" })
      expect(unknown.status).toBe(404)
    })
  })
})

describe("a cart", () => {
  const set = (cartId: string, body: object) =>
    store.shop.storefront.post(`/store/carts/${cartId}/affiliate`, body)
  const forget = (cartId: string) =>
    store.shop.storefront.delete(`/store/carts/${cartId}/affiliate`)
  const read = async (cartId: string) =>
    ok(await store.shop.storefront.get(`/store/carts/${cartId}`)).cart
  const fill = () => fillCart(store.shop, { items: [{ ware: store.shop.mug }] })
  const complete = async (cartId: string) => {
    await startPayment(store.shop.storefront, cartId)
    const { id } = await completeCart(store.shop.storefront, cartId)
    await untilReconciled(store, id)
    return id
  }

  test("remembers a code and gets its discount", async () => {
    const { id, codes } = await createAffiliate(store, { discount_percent: 10 })
    const cartId = await fill()
    const answer = ok(
      await set(cartId, { code: codes[0].code.toLowerCase(), sub_id: "footer" })
    )

    expect(answer).toEqual({
      cart_affiliate: {
        cart_id: cartId,
        affiliate_code: codes[0].code,
        source: "code",
        promotion_applied: true,
      },
    })
    const cart = await read(cartId)
    expect(
      cart.promotions.map((promotion: { code: string }) => promotion.code)
    ).toEqual([codes[0].code])
    const orderId = await complete(cartId)
    const order = await readOrder(store.shop, orderId)
    expect(order.items[0].discount_subtotal).toBe(2)
    expect(await readVerdict(store, orderId)).toMatchObject({
      affiliate_id: id,
      source: "code",
    })
  })

  test("remembers a code without a discount, which attributes all the same", async () => {
    const { id, codes } = await createAffiliate(store)
    const cartId = await fill()
    const answer = ok(await set(cartId, { code: codes[0].code }))
    expect(answer.cart_affiliate).toMatchObject({
      source: "code",
      promotion_applied: false,
    })
    expect(await readVerdict(store, await complete(cartId))).toMatchObject({
      affiliate_id: id,
      source: "code",
    })
  })

  test("remembers a click", async () => {
    const { id, codes } = await createAffiliate(store)
    const { click: clicked } = ok(await click({ code: codes[0].code }))
    const cartId = await fill()
    expect(ok(await set(cartId, { click_id: clicked.id }))).toEqual({
      cart_affiliate: {
        cart_id: cartId,
        affiliate_code: null,
        source: "click",
        promotion_applied: false,
      },
    })
    expect(await readVerdict(store, await complete(cartId))).toMatchObject({
      affiliate_id: id,
      source: "click",
    })
  })

  test("remembers a visitor, and with it all their clicks", async () => {
    const { id, codes } = await createAffiliate(store)
    const visitor_id = unique("visitor-")
    ok(await click({ code: codes[0].code, visitor_id }))
    const cartId = await fill()
    ok(await set(cartId, { visitor_id }))
    expect(await readVerdict(store, await complete(cartId))).toMatchObject({
      affiliate_id: id,
      source: "click",
    })
  })

  test("keeps the code when a click is told afterwards", async () => {
    const [ada, bob] = [
      await createAffiliate(store),
      await createAffiliate(store),
    ]
    const { click: clicked } = ok(await click({ code: bob.codes[0].code }))
    const cartId = await fill()
    ok(await set(cartId, { code: ada.codes[0].code }))
    expect(
      ok(await set(cartId, { click_id: clicked.id })).cart_affiliate
    ).toMatchObject({
      affiliate_code: ada.codes[0].code,
      source: "code",
    })
    expect(
      (await readVerdict(store, await complete(cartId))).affiliate_id
    ).toBe(ada.id)
  })

  test("has one affiliate's code: a new one takes the place of the old, discount and all", async () => {
    const ada = await createAffiliate(store, { discount_percent: 20 })
    const bob = await createAffiliate(store, { discount_percent: 5 })
    const cartId = await fill()
    ok(await set(cartId, { code: ada.codes[0].code }))
    ok(await set(cartId, { code: bob.codes[0].code }))
    const cart = await read(cartId)
    expect(
      cart.promotions.map((promotion: { code: string }) => promotion.code)
    ).toEqual([bob.codes[0].code])
    expect(
      (await readVerdict(store, await complete(cartId))).affiliate_id
    ).toBe(bob.id)
  })

  test("keeps the merchant's own promotions", async () => {
    const { codes } = await createAffiliate(store, { discount_percent: 10 })
    const code = unique("SALE")
    await addDiscountCode(store.shop, code, 5)
    const cartId = await fillCart(store.shop, {
      items: [{ ware: store.shop.mug }],
      code,
    })
    const promotions = async () => {
      const cart = await read(cartId)
      return cart.promotions
        .map((promotion: { code: string }) => promotion.code)
        .sort()
    }
    ok(await set(cartId, { code: codes[0].code }))
    expect(await promotions()).toEqual([code, codes[0].code].sort())
    ok(await forget(cartId))
    expect(await promotions()).toEqual([code])
  })

  test("that is empty remembers the code; its discount comes with the first goods and another call", async () => {
    const { storefront, markets, mug } = store.shop
    const { codes } = await createAffiliate(store, { discount_percent: 10 })
    const { cart } = ok(
      await storefront.post("/store/carts", { region_id: markets.usd.regionId })
    )
    const body = { code: codes[0].code }
    expect(ok(await set(cart.id, body)).cart_affiliate.promotion_applied).toBe(
      false
    )
    ok(
      await storefront.post(`/store/carts/${cart.id}/line-items`, {
        variant_id: mug.variantId,
        quantity: 1,
      })
    )
    expect(ok(await set(cart.id, body)).cart_affiliate.promotion_applied).toBe(
      true
    )
  })

  test("forgets, discount and all, however often it is asked to", async () => {
    const { codes } = await createAffiliate(store, { discount_percent: 10 })
    const cartId = await fill()
    ok(await set(cartId, { code: codes[0].code }))
    for (let time = 0; time < 2; time++) {
      expect(ok(await forget(cartId))).toEqual({
        id: cartId,
        object: "cart_affiliate",
        deleted: true,
      })
    }
    const cart = await read(cartId)
    expect(cart).toMatchObject({ promotions: [], discount_total: 0 })
    expect(await readVerdict(store, await complete(cartId))).toMatchObject({
      outcome: "none",
    })
  })

  test("that became an order remembers what it did", async () => {
    const [ada, bob] = [
      await createAffiliate(store),
      await createAffiliate(store),
    ]
    const cartId = await fill()
    ok(await set(cartId, { code: ada.codes[0].code }))
    await complete(cartId)
    for (const attempt of [
      () => set(cartId, { code: bob.codes[0].code }),
      () => forget(cartId),
    ]) {
      const refused = await expectNothingChanged(store, attempt)
      expect(refused).toMatchObject({
        status: 400,
        body: { type: "not_allowed" },
      })
    }
  })

  test("is one row, however many touches come at once", async () => {
    const affiliates = [
      await createAffiliate(store),
      await createAffiliate(store),
    ]
    const cartId = await fill()
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        set(cartId, {
          code: affiliates[index % 2].codes[0].code,
          visitor_id: "v",
        })
      )
    )
    // Whoever waited for the cart longer than Medusa lets anybody wait is told so.
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    const rows = await store.database.sql(
      `SELECT id FROM affiliate_cart_touch WHERE cart_id = $1`,
      [cartId]
    )
    expect(rows).toHaveLength(1)
  })

  const wrong: [what: string, body: object, status: number][] = [
    ["nothing", {}, 400],
    ["a sub id alone", { sub_id: "x" }, 400],
    ["an unknown field", { code: "A1", affiliate_id: "aff_1" }, 400],
    ["an unknown click", { click_id: "affclk_no" }, 404],
    ["a code that is a number", { code: 1 }, 400],
  ]
  test.each(wrong)(
    "told %s refuses and changes nothing",
    async (_what, body, status) => {
      const cartId = await fill()
      const refused = await expectNothingChanged(store, () => set(cartId, body))
      expect(refused.status).toBe(status)
    }
  )

  test("that is not there answers 404", async () => {
    const { codes } = await createAffiliate(store)
    const refused = await expectNothingChanged(store, () =>
      set("cart_no", { code: codes[0].code })
    )
    expect(refused.status).toBe(404)
    expect((await forget("cart_no")).status).toBe(404)
  })
})
