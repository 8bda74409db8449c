import {
  cancelOrder,
  draftAndConvert,
  ok,
  readOrder,
  refund,
  returnGoods,
  useStore,
} from "../harness"
import { uniqueEmail } from "../support/people"
import { balanceOf } from "../support/programs"
import {
  addRule,
  buyBy,
  earned,
  programWithAffiliate,
  RULES,
} from "../support/rules"
import { WITHOUT_SCHEDULE } from "../support/servers"
import {
  expectHealthy,
  readVerdict,
  untilAllReconciled,
} from "../support/verdicts"

/** Caps on what a rule pays. A mug is 20; rules here pay half of it. */
const store = useStore({
  env: { ...WITHOUT_SCHEDULE, DATABASE_POOL_MAX: "40" },
})

const usd = (amount: number) => [{ currency_code: "usd", amount }]
const mugs = (quantity = 1) => [{ ware: store.shop.mug, quantity }]

const grants = (rule_id: string) =>
  store.database.sql<{ order_id: string; earned: string; granted: string }>(
    `SELECT order_id, earned::text, granted::text FROM affiliate_rule_grant
      WHERE rule_id = $1 ORDER BY created_at, id`,
    [rule_id]
  )

const capped = async (fields: Record<string, unknown>) => {
  const { program_id, affiliate } = await programWithAffiliate(store)
  const rule = await addRule(store, program_id, {
    commission_value: 50,
    ...fields,
  })
  return { program_id, affiliate, rule }
}

/** The money of all that is stored, to see that nothing more was posted. */
const entries = async () =>
  (
    await store.database.sql<{ count: number }>(
      "SELECT count(*)::int AS count FROM affiliate_entry"
    )
  )[0]!.count

describe("a cap per order", () => {
  test("is the most that a rule's lines earn in it, and the rest earns beside it", async () => {
    const { affiliate } = await capped({
      cap_per_order: [...usd(12.34), { currency_code: "eur", amount: 1 }],
      conditions: [
        { attribute: "product", values: [store.shop.mug.productId] },
      ],
    })
    const order = await buyBy(store, affiliate.code, {
      items: [...mugs(2), { ware: store.shop.shirt }],
    })
    expect(await earned(store, order)).toEqual({ Mug: 12.34, Shirt: 20 })
    const { trace } = await readVerdict(store, order)
    expect(
      trace.find(({ facts }) => facts.kind === "rule_cap")?.facts
    ).toMatchObject({ of: "order", earned: "20.00", granted: "12.34" })
  })

  test("holds after a goodwill refund", async () => {
    const { affiliate } = await capped({ cap_per_order: usd(8) })
    // 20 and 10 for shipping, with 10 % tax on top: 33.
    const order = await buyBy(store, affiliate.code, {
      items: mugs(),
      provider: "pp_auto_capture_default",
    })
    expect(await earned(store, order)).toEqual({ Mug: 8 })
    await refund(store.shop, order, 3.3)
    // 90 % of 10.
    expect(await earned(store, order)).toEqual({ Mug: 8 })
    await refund(store.shop, order, 13.2)
    expect(await earned(store, order)).toEqual({ Mug: 5 })
  })
})

describe("a cap per period", () => {
  test("is shared by the orders of one affiliate, first come, first served", async () => {
    const { program_id, affiliate, rule } = await capped({
      cap_per_period: { period: "all", values: usd(15) },
    })
    const first = await buyBy(store, affiliate.code, { items: mugs() })
    expect(await earned(store, first)).toEqual({ Mug: 10 })
    const second = await buyBy(store, affiliate.code, { items: mugs() })
    expect(await earned(store, second)).toEqual({ Mug: 5 })
    const third = await buyBy(store, affiliate.code, { items: mugs() })
    expect(await earned(store, third)).toEqual({ Mug: 0 })
    expect(
      (await grants(rule.id)).map((one) => [one.earned, one.granted])
    ).toEqual([
      ["10", "10"],
      ["10", "5"],
      ["10", "0"],
    ])
    const other = await programWithAffiliate(store, {}, { program_id })
    const theirs = await buyBy(store, other.affiliate.code, { items: mugs() })
    expect(await earned(store, theirs)).toEqual({ Mug: 10 })
    const euros = await buyBy(store, affiliate.code, {
      items: mugs(),
      currency: "eur",
    })
    // 20 with 19 % tax in it: the cap is in dollars.
    expect(await earned(store, euros)).toEqual({ Mug: 8.4 })
  })

  test("keeps what an order was granted, however often it is looked at", async () => {
    const { affiliate } = await capped({
      cap_per_period: { period: "month", values: usd(15) },
    })
    const orders = [
      await buyBy(store, affiliate.code, { items: mugs() }),
      await buyBy(store, affiliate.code, { items: mugs() }),
    ]
    await untilAllReconciled(store)
    const before = await entries()
    for (const order of orders) {
      ok(await store.admin.post(`/admin/affiliate-orders/${order}/reconcile`))
    }
    expect(await entries()).toBe(before)
    await expectHealthy(store)
  })

  test("is freed by what a return and a cancellation give back", async () => {
    const { affiliate, rule } = await capped({
      cap_per_period: { period: "week", values: usd(25) },
    })
    const returned = await buyBy(store, affiliate.code, {
      items: mugs(2),
      provider: "pp_auto_capture_default",
    })
    expect(await earned(store, returned)).toEqual({ Mug: 20 })
    const canceled = await buyBy(store, affiliate.code, { items: mugs() })
    expect(await earned(store, canceled)).toEqual({ Mug: 5 })
    const { items } = await readOrder(store.shop, returned)
    await returnGoods(store.shop, returned, [
      { lineId: items[0]!.id, quantity: 1 },
    ])
    expect(await earned(store, returned)).toEqual({ Mug: 10 })
    await cancelOrder(store.shop, canceled)
    await earned(store, canceled)
    const next = await buyBy(store, affiliate.code, { items: mugs(2) })
    expect(await earned(store, next)).toEqual({ Mug: 15 })
    expect(
      (await grants(rule.id)).map((one) => [one.earned, one.granted])
    ).toEqual([
      ["10", "10"],
      ["0", "0"],
      ["20", "15"],
    ])
    await expectHealthy(store)
  })

  test("is freed when the order is credited to somebody else", async () => {
    const { program_id, affiliate, rule } = await capped({
      cap_per_period: { period: "all", values: usd(15) },
    })
    const { affiliate: other } = await programWithAffiliate(
      store,
      {},
      { program_id }
    )
    const order = await buyBy(store, affiliate.code, { items: mugs() })
    await earned(store, order)
    const attribute = (affiliate_id: string | null) =>
      store.admin.post(`/admin/affiliate-orders/${order}/attribute`, {
        affiliate_id,
        note: "Was sent by another",
      })
    ok(await attribute(other.id))
    expect(await earned(store, order)).toEqual({ Mug: 10 })
    expect(await grants(rule.id)).toMatchObject([
      { earned: "0", granted: "0" },
      { earned: "10", granted: "10" },
    ])
    ok(await attribute(null))
    expect(await grants(rule.id)).toMatchObject([
      { earned: "0", granted: "0" },
      { earned: "0", granted: "0" },
    ])
    await expectHealthy(store)
  })

  test("of a later version holds for an order that is judged anew by it, and for no other", async () => {
    const { affiliate, rule } = await capped({
      cap_per_period: { period: "all", values: usd(15) },
    })
    const [anew, other] = [
      await buyBy(store, affiliate.code, { items: mugs() }),
      await buyBy(store, affiliate.code, { items: mugs() }),
    ]
    await untilAllReconciled(store)
    const before = await earned(store, other)
    const publish = async (cap_per_period: object) => {
      ok(await store.admin.post(`${RULES}/${rule.id}`, { cap_per_period }))
      ok(await store.admin.post(`/admin/affiliate-orders/${other}/reconcile`))
      ok(
        await store.admin.post(`/admin/affiliate-orders/${anew}/attribute`, {
          affiliate_id: affiliate.id,
          note: "By what holds now",
        })
      )
      return await earned(store, anew)
    }
    // The other order has 5 of it, or 10: there is nothing left of a cap of 4.
    expect(await publish({ period: "all", values: usd(4) })).toEqual({ Mug: 0 })
    // Of its month, the other order has nothing.
    expect(await publish({ period: "month", values: usd(4) })).toEqual({
      Mug: 4,
    })
    expect(await earned(store, other)).toEqual(before)
    await expectHealthy(store)
  })

  test("is not exceeded by a hundred orders reconciled at once, and is used up", async () => {
    // Sold over the phone: nobody is credited for them yet.
    const orders: string[] = []
    for (let batch = 0; batch < 20; batch++) {
      const sold = await Promise.all(
        Array.from({ length: 5 }, () =>
          draftAndConvert(store.shop, { items: mugs(), email: uniqueEmail() })
        )
      )
      orders.push(...sold.map(({ id }) => id))
    }
    await untilAllReconciled(store)
    // By an admin's word all of them are judged anew, by what holds now.
    const { program_id, affiliate } = await programWithAffiliate(store)
    const rule = await addRule(store, program_id, {
      commission_value: 33.3333,
      cap_per_period: { period: "all", values: usd(99.99) },
    })
    const answers = await Promise.all(
      orders.map((order) =>
        store.admin.post(`/admin/affiliate-orders/${order}/attribute`, {
          affiliate_id: affiliate.id,
          note: "Sent them by phone",
        })
      )
    )
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    const [total] = await store.database.sql<{
      orders: number
      granted: string
      posted: string
    }>(
      `SELECT count(*)::int AS orders, sum(g.granted)::text AS granted,
              sum(c.amount)::text AS posted
         FROM affiliate_rule_grant g
         JOIN affiliate_commission c
           ON c.order_id = g.order_id AND c.level = 1
          AND c.affiliate_id = g.affiliate_id
        WHERE g.rule_id = $1`,
      [rule.id]
    )
    expect(total).toEqual({ orders: 100, granted: "99.99", posted: "99.99" })
    expect(await balanceOf(store, affiliate.id)).toMatchObject({
      pending: 99.99,
    })
    const before = await entries()
    await Promise.all(
      orders.map((order) =>
        store.admin.post(`/admin/affiliate-orders/${order}/reconcile`)
      )
    )
    expect(await entries()).toBe(before)
    await expectHealthy(store)
  }, 600_000)
})

describe("a preview", () => {
  const preview = (body: object) => store.admin.post(`${RULES}/preview`, body)
  const draftOf = (program_id: string, fields: object = {}) => ({
    program_id,
    name: "Draft",
    commission_type: "percentage",
    commission_value: 10,
    ...fields,
  })

  test("tells what an order would owe with a rule that is not saved, and changes nothing", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const saved = await addRule(store, program_id)
    const order = await buyBy(store, affiliate.code, {
      items: [...mugs(), { ware: store.shop.shirt }],
    })
    await earned(store, order)
    const before = await entries()
    const verdict = await readVerdict(store, order)
    const answer = ok(
      await preview({
        order_id: order,
        rule: draftOf(program_id, {
          conditions: [
            { attribute: "product", values: [store.shop.shirt.productId] },
          ],
        }),
      })
    )
    expect(answer).toMatchObject({
      order_id: order,
      currency_code: "usd",
      preview: { base_total: 120, commission_total: 11 },
      current: { base_total: 120, commission_total: 6 },
    })
    const lines = (of: "preview" | "current") =>
      Object.fromEntries(
        answer[of].lines.map((line: { title: string }) => [line.title, line])
      )
    expect(lines("preview")).toMatchObject({
      Mug: { base: 20, amount: 1, rule: { id: saved.id, version: 1 } },
      Shirt: { base: 100, amount: 10, rule: { name: "Draft" } },
    })
    expect(lines("current")).toMatchObject({
      Shirt: { amount: 5, rule: { id: saved.id }, excluded: false },
    })
    expect(
      answer.preview.trace.some(
        ({ facts }: { facts: { kind: string } }) => facts.kind === "rule_line"
      )
    ).toBe(true)
    expect(await entries()).toBe(before)
    expect(await readVerdict(store, order)).toEqual(verdict)
  })

  test("of the next version of a rule leaves the published one out", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const saved = await addRule(store, program_id, {
      conditions: [
        { attribute: "product", values: [store.shop.mug.productId] },
      ],
    })
    const order = await buyBy(store, affiliate.code, { items: mugs() })
    await earned(store, order)
    const asked = (rule_id?: string) =>
      preview({ order_id: order, rule: draftOf(program_id), rule_id })
    // A new rule for everything is less specific than the one for mugs.
    expect(ok(await asked()).preview.commission_total).toBe(1)
    expect(ok(await asked(saved.id)).preview).toMatchObject({
      commission_total: 2,
      lines: [{ rule: { id: saved.id, version: 2 } }],
    })
  })

  test("of a rule as it is published is of that version, not of one that would say the same", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const { id } = await addRule(store, program_id, draftOf(program_id))
    const order = await buyBy(store, affiliate.code, { items: mugs() })
    await earned(store, order)
    const lines = async (fields: object) =>
      ok(
        await preview({
          order_id: order,
          rule: draftOf(program_id, fields),
          rule_id: id,
        })
      ).preview.lines
    expect(await lines({})).toMatchObject([{ rule: { id, version: 1 } }])
    expect(await lines({ commission_value: 11 })).toMatchObject([
      { rule: { id, version: 2 } },
    ])
  })

  test("counts caps as they are used up", async () => {
    const { program_id, affiliate, rule } = await capped({
      cap_per_period: { period: "all", values: usd(15) },
    })
    await earned(store, await buyBy(store, affiliate.code, { items: mugs() }))
    const order = await buyBy(store, affiliate.code, { items: mugs() })
    await earned(store, order)
    const answer = ok(
      await preview({
        order_id: order,
        rule_id: rule.id,
        rule: draftOf(program_id, {
          commission_value: 40,
          cap_per_period: { period: "all", values: usd(12) },
        }),
      })
    )
    expect(answer.current.commission_total).toBe(5)
    expect(answer.preview.commission_total).toBe(2)
    expect(await grants(rule.id)).toMatchObject([
      { granted: "10" },
      { granted: "5" },
    ])
  })

  test("tells of an order from before there were any rules", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const order = await buyBy(store, affiliate.code, { items: mugs() })
    await earned(store, order)
    const answer = ok(
      await preview({
        order_id: order,
        rule: draftOf(program_id, {
          exclude: true,
          commission_value: 0,
          conditions: [{ attribute: "customer_kind", values: ["new"] }],
        }),
      })
    )
    expect(answer.preview).toMatchObject({
      base_total: 0,
      commission_total: 0,
      lines: [{ excluded: true, rule: { name: "Draft" } }],
    })
    expect(answer.current.commission_total).toBe(4)
  })

  test("is refused with a reason", async () => {
    const { program_id, affiliate } = await programWithAffiliate(store)
    const order = await buyBy(store, affiliate.code, { items: mugs() })
    await earned(store, order)
    const { program_id: other } = await programWithAffiliate(store)
    const asked = async (body: object, status: number, words: string) => {
      const answer = await preview({
        order_id: order,
        rule: draftOf(program_id),
        ...body,
      })
      expect(answer.status).toBe(status)
      expect(answer.body.message).toContain(words)
    }
    await asked({ order_id: "order_none" }, 404, "order_none")
    await asked({ rule_id: "affrule_none" }, 404, "affrule_none")
    await asked({ rule: draftOf(other) }, 400, "program_id")
    await asked(
      { rule: draftOf(program_id, { commission_value: 101 }) },
      400,
      "commission_value"
    )
    await asked(
      { rule: draftOf(program_id, { cap_per_order: usd(1.234) }) },
      400,
      "decimals"
    )
    await asked({ rules: [] }, 400, "rules")
    await asked({ rule: undefined }, 400, "rule")
    ok(
      await store.admin.post(`/admin/affiliate-orders/${order}/attribute`, {
        affiliate_id: null,
        note: "Nobody",
      })
    )
    await asked({}, 400, "Nobody is credited")
  })
})
