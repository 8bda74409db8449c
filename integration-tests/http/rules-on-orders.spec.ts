import {
  addWare,
  editOrder,
  ok,
  readOrder,
  refund,
  returnGoods,
  signUp,
  useStore,
} from "../harness"
import { unique, uniqueEmail } from "../harness/affiliates"
import { holdUpVerdicts } from "../support/lost-events"
import {
  add,
  addGoods,
  addProduct,
  addRule,
  buyBy,
  earned,
  programWithAffiliate,
  ruledLines,
  RULES,
} from "../support/rules"
import { WITHOUT_SCHEDULE } from "../support/servers"
import {
  expectHealthy,
  readVerdict,
  untilReconciled,
} from "../support/verdicts"

/** Which rule prices a line of a real order. Programs pay 20 %, rules 5 %, unless said otherwise. */
const store = useStore({ env: WITHOUT_SCHEDULE })

/** An order of a shirt for 100 and a mug for 20 besides what is asked for, by what lines earn. */
const mugAnd = (...wares: Awaited<ReturnType<typeof addProduct>>[]) =>
  [...wares, store.shop.mug].map((ware) => ({ ware }))

describe("a rule for goods", () => {
  test.each(["collection", "category", "type", "tag"] as const)(
    "prices the goods of a %s, and the program the rest",
    async (kind) => {
      const { program_id, affiliate } = await programWithAffiliate(store)
      const id = await add(store, kind)
      const ware = await addProduct(
        store,
        {
          collection: { collection_id: id },
          category: { categories: [{ id }] },
          type: { type_id: id },
          tag: { tags: [{ id }] },
        }[kind]
      )
      const rule = await addRule(store, program_id, {
        conditions: [{ attribute: kind, values: [await add(store, kind), id] }],
      })
      const order = await buyBy(store, affiliate.code, { items: mugAnd(ware) })
      expect(await earned(store, order)).toEqual({ [ware.title]: 5, Mug: 4 })
      const { trace } = await readVerdict(store, order)
      expect(ruledLines(trace)).toMatchObject({
        [ware.title]: { outcome: "rule", rule: { rule_id: rule.id } },
        Mug: {
          outcome: "terms",
          refused: [{ rule_id: rule.id, attribute: kind }],
        },
      })
    }
  )

  test.each(["product", "variant"] as const)(
    "prices a %s, wherever it is more specific than others",
    async (kind) => {
      const { program_id, affiliate } = await programWithAffiliate(store)
      const { shirt } = store.shop
      await addRule(store, program_id, {
        conditions: [
          {
            attribute: kind,
            values: [kind === "product" ? shirt.productId : shirt.variantId],
          },
        ],
      })
      await addRule(store, program_id, { commission_value: 1 })
      const order = await buyBy(store, affiliate.code, { items: mugAnd(shirt) })
      expect(await earned(store, order)).toEqual({ Shirt: 5, Mug: 0.2 })
    }
  )

  test("for a category takes what is in the categories below it", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const clothes = await add(store, "category")
    const shirts = await add(store, "category", { parent_category_id: clothes })
    const ware = await addProduct(store, { categories: [{ id: shirts }] })
    await addRule(store, program_id, {
      conditions: [{ attribute: "category", values: [clothes] }],
    })
    const order = await buyBy(store, affiliate.code, { items: mugAnd(ware) })
    expect(await earned(store, order)).toEqual({ [ware.title]: 5, Mug: 4 })
  })

  test("for all but some goods leaves those to the program", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const { shirt, mug } = store.shop
    await addRule(store, program_id, {
      conditions: [
        { attribute: "product", values: [mug.productId], negate: true },
      ],
    })
    const order = await buyBy(store, affiliate.code, { items: mugAnd(shirt) })
    expect(await earned(store, order)).toEqual({ Shirt: 5, Mug: 4 })
  })

  test("keeps its say after the product was moved elsewhere", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const id = await add(store, "category")
    const ware = await addProduct(store, { categories: [{ id }] })
    await addRule(store, program_id, {
      conditions: [{ attribute: "category", values: [id] }],
    })
    const order = await buyBy(store, affiliate.code, {
      items: [{ ware, quantity: 2 }],
      provider: "pp_auto_capture_default",
    })
    expect(await earned(store, order)).toEqual({ [ware.title]: 10 })
    ok(
      await store.admin.post(`/admin/products/${ware.productId}`, {
        categories: [],
      })
    )
    const { items } = await readOrder(store.shop, order)
    await returnGoods(store.shop, order, [
      { lineId: items[0]!.id, quantity: 1 },
    ])
    expect(await earned(store, order)).toEqual({ [ware.title]: 5 })
  })
})

describe("a rule for whoever buys, and where", () => {
  test("a region", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const { markets, mug } = store.shop
    await addRule(store, program_id, {
      conditions: [{ attribute: "region", values: [markets.jpy.regionId] }],
    })
    const items = [{ ware: mug }]
    const yen = await buyBy(store, affiliate.code, { items, currency: "jpy" })
    const dollars = await buyBy(store, affiliate.code, { items })
    expect(await earned(store, yen)).toEqual({ Mug: 1 })
    expect(await earned(store, dollars)).toEqual({ Mug: 4 })
    const { trace } = await readVerdict(store, dollars)
    expect(
      trace.find(({ facts }) => facts.kind === "rules")?.facts
    ).toMatchObject({
      in_force: 1,
      pinned: 0,
      refused: [{ reason: "condition", attribute: "region" }],
    })
  })

  test("a sales channel", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    await addRule(store, program_id, {
      conditions: [
        { attribute: "sales_channel", values: [store.shop.salesChannelId] },
      ],
    })
    const { sales_channel: elsewhere } = ok(
      await store.admin.post("/admin/sales-channels", { name: unique("Else ") })
    )
    await addRule(store, program_id, {
      commission_value: 99,
      conditions: [{ attribute: "sales_channel", values: [elsewhere.id] }],
    })
    const order = await buyBy(store, affiliate.code, { items: mugAnd() })
    expect(await earned(store, order)).toEqual({ Mug: 1 })
  })

  test("a customer group", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const { customer_group } = ok(
      await store.admin.post("/admin/customer-groups", {
        name: unique("Group "),
      })
    )
    await addRule(store, program_id, {
      conditions: [
        { attribute: "customer_group", values: [customer_group.id] },
      ],
    })
    const customer = await signUp(store.shop, uniqueEmail())
    ok(
      await store.admin.post(
        `/admin/customer-groups/${customer_group.id}/customers`,
        { add: [customer.id] }
      )
    )
    const member = await buyBy(store, affiliate.code, {
      items: mugAnd(),
      customer,
    })
    const guest = await buyBy(store, affiliate.code, { items: mugAnd() })
    expect(await earned(store, member)).toEqual({ Mug: 1 })
    expect(await earned(store, guest)).toEqual({ Mug: 4 })
  })

  test("a new or a returning customer", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    await addRule(store, program_id, {
      commission_value: 50,
      conditions: [{ attribute: "customer_kind", values: ["new"] }],
    })
    await addRule(store, program_id, {
      conditions: [{ attribute: "customer_kind", values: ["returning"] }],
    })
    const email = uniqueEmail()
    const buy = () => buyBy(store, affiliate.code, { items: mugAnd(), email })
    const first = await buy()
    const second = await buy()
    expect(await earned(store, first)).toEqual({ Mug: 10 })
    expect(await earned(store, second)).toEqual({ Mug: 1 })
  })

  test.each(["id", "campaign_identifier"] as const)(
    "a campaign, by its %s",
    async (by) => {
      const { program_id, affiliate } = await programWithAffiliate(store)
      const { campaign } = ok(
        await store.admin.post("/admin/campaigns", {
          name: unique("Campaign "),
          campaign_identifier: unique("campaign-"),
        })
      )
      const code = unique("SALE")
      ok(
        await store.admin.post("/admin/promotions", {
          code,
          type: "standard",
          status: "active",
          is_automatic: false,
          campaign_id: campaign.id,
          application_method: {
            type: "percentage",
            target_type: "items",
            allocation: "across",
            value: 50,
          },
        })
      )
      await addRule(store, program_id, {
        conditions: [{ attribute: "campaign", values: [campaign[by]] }],
      })
      const items = mugAnd()
      const during = await buyBy(store, affiliate.code, { items, code })
      const outside = await buyBy(store, affiliate.code, { items })
      expect(await earned(store, during)).toEqual({ Mug: 0.5 })
      expect(await earned(store, outside)).toEqual({ Mug: 4 })
    }
  )

  test("a tier and an affiliate, before the affiliate's own percentage", async () => {
    const { program_id } = await programWithAffiliate(store)
    const { affiliate_tier } = ok(
      await store.admin.post("/admin/affiliate-tiers", {
        program_id,
        name: unique("Tier "),
        commission_value: 30,
      })
    )
    const { affiliate: inTier } = await programWithAffiliate(
      store,
      {},
      { program_id, tier_id: affiliate_tier.id }
    )
    const { affiliate: favourite } = await programWithAffiliate(
      store,
      {},
      { program_id, commission_percent: 40 }
    )
    await addRule(store, program_id, {
      conditions: [{ attribute: "tier", values: [affiliate_tier.id] }],
    })
    await addRule(store, program_id, {
      commission_value: 45,
      conditions: [{ attribute: "affiliate", values: [favourite.id] }],
    })
    const byTier = await buyBy(store, inTier.code, { items: mugAnd() })
    const byName = await buyBy(store, favourite.code, { items: mugAnd() })
    expect(await earned(store, byTier)).toEqual({ Mug: 1 })
    expect(await earned(store, byName)).toEqual({ Mug: 9 })
  })

  test("of another program applies to nobody", async () => {
    const { program_id } = await programWithAffiliate(store)
    await addRule(store, program_id)
    const { affiliate } = await programWithAffiliate(store)
    const order = await buyBy(store, affiliate.code, { items: mugAnd() })
    expect(await earned(store, order)).toEqual({ Mug: 4 })
    const { trace, terms } = await readVerdict(store, order)
    expect(trace.some(({ facts }) => facts.kind === "rules")).toBe(false)
    expect(terms).not.toHaveProperty("rules")
  })
})

describe("what is excluded", () => {
  test("gift cards and goods on sale earn nobody anything, and the trace says so", async () => {
    const { program_id, affiliate: parent } = await programWithAffiliate(
      store,
      { levels: [{ level: 2, percent: 10, basis: "order" }] }
    )
    const { affiliate } = await programWithAffiliate(
      store,
      {},
      { program_id, parent_id: parent.id }
    )
    const rule = await addRule(store, program_id, {
      exclude: true,
      conditions: [
        { attribute: "item_kind", values: ["gift_card", "on_sale"] },
      ],
    })
    const card = await addProduct(store, { is_giftcard: true })
    const reduced = await addProduct(store)
    ok(
      await store.admin.post("/admin/price-lists", {
        title: unique("Sale "),
        description: "Less for a while",
        type: "sale",
        status: "active",
        prices: [
          {
            variant_id: reduced.variantId,
            currency_code: "usd",
            amount: 60,
          },
        ],
      })
    )
    const order = await buyBy(store, affiliate.code, {
      items: mugAnd(card, reduced),
    })
    expect(await earned(store, order)).toEqual({
      [card.title]: 0,
      [reduced.title]: 0,
      Mug: 4,
    })
    const { base_total, commissions, trace } = await readVerdict(store, order)
    expect(base_total).toBe(20)
    expect(commissions.map(({ amount }) => amount)).toEqual([4, 2])
    expect(ruledLines(trace)).toMatchObject({
      [card.title]: { outcome: "excluded", rule: { rule_id: rule.id } },
      [reduced.title]: { outcome: "excluded", rule: { rule_id: rule.id } },
      Mug: { outcome: "terms" },
    })
  })

  test("is not what a more specific rule pays for", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const tag = await add(store, "tag")
    const [paid, unpaid] = [
      await addProduct(store, { tags: [{ id: tag }] }),
      await addProduct(store, { tags: [{ id: tag }] }),
    ]
    await addRule(store, program_id, {
      exclude: true,
      conditions: [{ attribute: "tag", values: [tag] }],
    })
    await addRule(store, program_id, {
      conditions: [{ attribute: "product", values: [paid.productId] }],
    })
    const order = await buyBy(store, affiliate.code, {
      items: mugAnd(paid, unpaid),
    })
    expect(await earned(store, order)).toEqual({
      [paid.title]: 5,
      [unpaid.title]: 0,
      Mug: 4,
    })
  })
})

describe("each order is priced by what held when it was placed", () => {
  test("by the version of that time, also when it is judged late", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const rule = await addRule(store, program_id)
    const { letGo } = await holdUpVerdicts(store)
    const late = await buyBy(store, affiliate.code, { items: mugAnd() })
    ok(await store.admin.post(`${RULES}/${rule.id}`, { commission_value: 50 }))
    const next = await buyBy(store, affiliate.code, { items: mugAnd() })
    ok(await store.admin.delete(`${RULES}/${rule.id}`))
    const last = await buyBy(store, affiliate.code, { items: mugAnd() })
    await letGo()
    expect(await earned(store, late)).toEqual({ Mug: 1 })
    expect(await earned(store, next)).toEqual({ Mug: 10 })
    expect(await earned(store, last)).toEqual({ Mug: 4 })
    expect(ruledLines((await readVerdict(store, late)).trace)).toMatchObject({
      Mug: { rule: { version: 1 } },
    })
  })

  test("not by a rule made after it, nor outside a rule's own time", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const before = await buyBy(store, affiliate.code, { items: mugAnd() })
    await addRule(store, program_id, {
      starts_at: "2100-01-01T00:00:00Z",
      commission_value: 90,
    })
    await addRule(store, program_id, {
      ends_at: "2001-01-01T00:00:00Z",
      commission_value: 80,
    })
    const outside = await buyBy(store, affiliate.code, { items: mugAnd() })
    expect(await earned(store, outside)).toEqual({ Mug: 4 })
    await addRule(store, program_id, {
      starts_at: "2001-01-01T00:00:00Z",
      ends_at: "2100-01-01T00:00:00Z",
    })
    const inside = await buyBy(store, affiliate.code, { items: mugAnd() })
    expect(await earned(store, inside)).toEqual({ Mug: 1 })
    ok(await store.admin.post(`/admin/affiliate-orders/${before}/reconcile`))
    expect(await earned(store, before)).toEqual({ Mug: 4 })
  })

  test("also the lines that an edit adds later", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const ware = await addWare(store.shop, { title: unique("Hat "), price: 40 })
    const id = await add(store, "tag")
    const rule = await addRule(store, program_id, {
      conditions: [{ attribute: "tag", values: [id] }],
    })
    const order = await buyBy(store, affiliate.code, { items: mugAnd() })
    expect(await earned(store, order)).toEqual({ Mug: 4 })
    ok(await store.admin.post(`${RULES}/${rule.id}`, { commission_value: 99 }))
    const tagged = (tags: object[]) =>
      store.admin.post(`/admin/products/${ware.productId}`, { tags })
    ok(await tagged([{ id }]))
    await editOrder(store.shop, order, { add: [{ ware }] })
    expect(await earned(store, order)).toEqual({ Mug: 4, [ware.title]: 2 })
    // Seen once, a line stays what it was.
    ok(await tagged([]))
    ok(await store.admin.post(`/admin/affiliate-orders/${order}/reconcile`))
    expect(await earned(store, order)).toEqual({ Mug: 4, [ware.title]: 2 })
  })

  test("and a goodwill refund scales what rules pay as it scales the rest", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const { shirt } = store.shop
    await addRule(store, program_id, {
      commission_type: "fixed_per_order",
      commission_value: 8,
      conditions: [{ attribute: "product", values: [shirt.productId] }],
    })
    // 120 and 10 for shipping, with 10 % tax on top: 143.
    const order = await buyBy(store, affiliate.code, {
      items: mugAnd(shirt),
      provider: "pp_auto_capture_default",
    })
    expect(await earned(store, order)).toEqual({ Shirt: 8, Mug: 4 })
    await refund(store.shop, order, 71.5)
    expect(await earned(store, order)).toEqual({ Shirt: 4, Mug: 2 })
  })
})

test("a rule that matches nothing leaves an order as it would be without, but for the trace", async () => {
  const { program_id, affiliate } = await programWithAffiliate(store)
  await addRule(store, program_id, {
    conditions: [{ attribute: "product", values: [await addGoods(store)] }],
  })
  const order = await buyBy(store, affiliate.code, {
    items: mugAnd(store.shop.shirt),
  })
  const verdict = await untilReconciled(store, order)
  expect(verdict.commission_total).toBe(24)
  expect(await earned(store, order)).toEqual({ Shirt: 20, Mug: 4 })
})

test("the books agree after all of that, and a reconcile would post nothing", async () => {
  await expectHealthy(store)
})
