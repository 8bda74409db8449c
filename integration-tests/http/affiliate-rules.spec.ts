import { ok, useStore } from "../harness"
import { addProgram, unique } from "../harness/affiliates"
import { addGoods, addRule, RULES, type RuleAnswer } from "../support/rules"
import { expectNothingChanged } from "../support/unchanged"

const store = useStore({ seed: false })

let program_id: string
/** Filled before the tests. */
const product: { attribute: string; values: string[] } = {
  attribute: "product",
  values: [],
}
let others: string[]
beforeAll(async () => {
  program_id = await addProgram(store)
  const [first, ...rest] = await Promise.all(
    Array.from({ length: 3 }, () => addGoods(store))
  )
  product.values.push(first!)
  others = rest
})

const create = (body: object) =>
  store.admin.post(RULES, {
    program_id,
    name: unique("Rule "),
    commission_type: "percentage",
    commission_value: 5,
    ...body,
  })
const publish = (id: string, body: object) =>
  store.admin.post(`${RULES}/${id}`, body)
const read = async (id: string): Promise<RuleAnswer> =>
  ok(await store.admin.get(`${RULES}/${id}`)).affiliate_rule
const list = async (params: object): Promise<RuleAnswer[]> =>
  ok(await store.admin.get(RULES, { program_id, limit: 1000, ...params }))
    .affiliate_rules
const names = (rules: RuleAnswer[]) => rules.map(({ id }) => id)

const usd = (amount: number) => [{ currency_code: "usd", amount }]

describe("a rule", () => {
  test("answers every field as it was set, in plain numbers", async () => {
    const fields = {
      name: unique("Summer "),
      commission_type: "fixed_per_item",
      commission_value: 1.5,
      fixed_values: [
        { currency_code: "usd", amount: 2.25 },
        { currency_code: "jpy", amount: 200 },
      ],
      exclude: false,
      conditions: [
        { attribute: "product", values: [...product.values, others[0]] },
        { attribute: "product", values: [others[1]], negate: true },
        { attribute: "customer_kind", values: ["new"] },
        { attribute: "item_kind", values: ["on_sale", "gift_card"] },
      ],
      cap_per_order: usd(12.34),
      cap_per_period: { period: "month", values: usd(100) },
      starts_at: "2026-01-01T00:00:00.000Z",
      ends_at: "2036-01-01T00:00:00.000Z",
    }
    const { affiliate_rule } = ok(await create(fields))
    expect(affiliate_rule).toMatchObject({
      ...fields,
      program_id,
      version: 1,
      retired_at: null,
    })
    expect(await read(affiliate_rule.id)).toEqual(affiliate_rule)
    expect(JSON.stringify(affiliate_rule)).not.toContain("raw_")
  })

  test("needs no more than a program, a name and a rate", async () => {
    const { affiliate_rule } = ok(await create({}))
    expect(affiliate_rule).toMatchObject({
      commission_type: "percentage",
      commission_value: 5,
      fixed_values: [],
      exclude: false,
      conditions: [],
      cap_per_order: [],
      cap_per_period: null,
      starts_at: null,
      ends_at: null,
    })
  })

  test("that excludes has no rate", async () => {
    const rule = await addRule(store, program_id, {
      exclude: true,
      conditions: [product],
    })
    expect(rule).toMatchObject({ exclude: true, commission_value: 0 })
  })

  const RIGHT = {
    commission_type: "percentage",
    commission_value: 5,
    conditions: [product],
  }
  const values = (count: number) =>
    Array.from({ length: count }, (_, index) => `prod_${index}`)
  const wrong: [string, object | (() => object), string][] = [
    ["an unknown field", { rate: 5 }, "rate"],
    ["a wrong type", { commission_value: "5" }, "commission_value"],
    ["no name", { name: " " }, "name"],
    ["an unknown program", { program_id: "affprog_none" }, "program_id"],
    ["no rate", { commission_value: undefined }, "commission_value"],
    ["over a hundred percent", { commission_value: 101 }, "commission_value"],
    ["a negative rate", { commission_value: -1 }, "commission_value"],
    ["too fine a percentage", { commission_value: 1.23456 }, "decimals"],
    ["amounts of a percentage", { fixed_values: usd(5) }, "fixed_values"],
    [
      "a fixed type without amounts",
      { commission_type: "fixed_per_item", commission_value: undefined },
      "fixed_values",
    ],
    [
      "an unknown currency",
      {
        commission_type: "fixed_per_item",
        fixed_values: [{ currency_code: "xyz", amount: 1 }],
      },
      "xyz",
    ],
    [
      "too fine an amount",
      { commission_type: "fixed_per_item", fixed_values: usd(1.234) },
      "decimals",
    ],
    ["too fine a cap", { cap_per_order: usd(1.234) }, "cap_per_order"],
    [
      "too fine a cap per period",
      { cap_per_period: { period: "day", values: usd(1.234) } },
      "cap_per_period",
    ],
    [
      "a currency twice in a cap",
      { cap_per_order: [...usd(1), ...usd(2)] },
      "cap_per_order",
    ],
    [
      "a cap over another period",
      { cap_per_period: { period: "year", values: usd(1) } },
      "cap_per_period",
    ],
    [
      "a cap per period of no currency",
      { cap_per_period: { period: "day", values: [] } },
      "cap_per_period",
    ],
    [
      "another attribute",
      { conditions: [{ attribute: "colour", values: ["red"] }] },
      "conditions",
    ],
    [
      "a condition of nothing",
      { conditions: [{ ...product, values: [] }] },
      "values",
    ],
    [
      "an empty value",
      { conditions: [{ ...product, values: [""] }] },
      "conditions",
    ],
    [
      "501 values",
      { conditions: [{ ...product, values: values(501) }] },
      "values",
    ],
    [
      "a value twice",
      () => ({
        conditions: [
          { ...product, values: [...product.values, ...product.values] },
        ],
      }),
      "twice",
    ],
    ["an attribute twice", { conditions: [product, product] }, "conditions"],
    [
      "another kind of customer",
      { conditions: [{ attribute: "customer_kind", values: ["old"] }] },
      "customer_kind",
    ],
    [
      "another kind of item",
      { conditions: [{ attribute: "item_kind", values: ["blue"] }] },
      "item_kind",
    ],
    ["an exclusion with a rate", { exclude: true }, "exclude"],
    [
      "an exclusion with a cap",
      { exclude: true, commission_value: 0, cap_per_order: usd(1) },
      "exclude",
    ],
    [
      "an exclusion of everything",
      { exclude: true, commission_value: 0, conditions: [] },
      "conditions",
    ],
    ["no time", { starts_at: "tomorrow" }, "starts_at"],
    [
      "an end before its start",
      { starts_at: "2026-02-01T00:00:00Z", ends_at: "2026-01-01T00:00:00Z" },
      "ends_at",
    ],
  ]

  test.each(wrong)("is refused with %s", async (_name, parts, words) => {
    const answer = await expectNothingChanged(store, () =>
      create({ ...RIGHT, ...(typeof parts === "function" ? parts() : parts) })
    )
    expect(answer.status).toBe(400)
    expect(answer.body.message).toContain(words)
  })

  test("is not found by an id that nothing has", async () => {
    const { admin } = store
    for (const answer of [
      await admin.get(`${RULES}/affrule_none`),
      await admin.get(`${RULES}/affrule_none/versions`),
      await admin.post(`${RULES}/affrule_none`, { name: "Other" }),
      await admin.delete(`${RULES}/affrule_none`),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { type: "not_found" } })
    }
  })
})

describe("versions", () => {
  test("are added by every change, and never change", async () => {
    const rule = await addRule(store, program_id, { conditions: [product] })
    const { affiliate_rule: second } = ok(
      await publish(rule.id, { commission_value: 7 })
    )
    expect(second).toMatchObject({
      id: rule.id,
      version: 2,
      name: rule.name,
      commission_value: 7,
      conditions: [product],
    })
    ok(await publish(rule.id, { name: "Renamed", conditions: [] }))
    const { affiliate_rule_versions, count } = ok(
      await store.admin.get(`${RULES}/${rule.id}/versions`)
    )
    expect(count).toBe(3)
    expect(affiliate_rule_versions).toMatchObject([
      { version: 3, name: "Renamed", commission_value: 7, conditions: [] },
      { version: 2, name: rule.name, commission_value: 7 },
      { version: 1, name: rule.name, commission_value: 5 },
    ])
    expect(affiliate_rule_versions[0].published_at > rule.published_at).toBe(
      true
    )
    for (const statement of [
      "UPDATE affiliate_rule_version SET commission_value = 99 WHERE rule_id = $1",
      "DELETE FROM affiliate_rule_version WHERE rule_id = $1",
    ]) {
      await expect(store.database.sql(statement, [rule.id])).rejects.toThrow(
        "append-only"
      )
    }
  })

  test("published at the same moment are numbered one after another", async () => {
    const { id } = await addRule(store, program_id)
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        publish(id, { commission_value: index })
      )
    )
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(await read(id)).toMatchObject({ version: 11 })
  })

  test("do not carry over a rate or a cap that was meant for another kind of rule", async () => {
    const { id } = await addRule(store, program_id, {
      conditions: [product],
      cap_per_order: usd(5),
    })
    const refused = await publish(id, { commission_type: "fixed_per_item" })
    expect(refused.status).toBe(400)
    const { affiliate_rule: excluding } = ok(
      await publish(id, { exclude: true })
    )
    expect(excluding).toMatchObject({
      exclude: true,
      commission_value: 0,
      cap_per_order: [],
    })
    expect((await publish(id, { exclude: false })).status).toBe(400)
    ok(await publish(id, { exclude: false, commission_value: 3 }))
    expect(await read(id)).toMatchObject({ version: 3, commission_value: 3 })
  })

  test("are refused where a change does not fit what stays", async () => {
    const { id } = await addRule(store, program_id, {
      ends_at: "2036-01-01T00:00:00.000Z",
    })
    for (const body of [
      { starts_at: "2036-01-01T00:00:00.000Z" },
      { program_id },
      { commission_value: 101 },
      { version: 7 },
    ]) {
      expect((await publish(id, body)).status).toBe(400)
    }
    expect(await read(id)).toMatchObject({ version: 1 })
    ok(await publish(id, { ends_at: null, starts_at: null }))
    expect(await read(id)).toMatchObject({ version: 2, ends_at: null })
  })
})

describe("a rule that is deleted", () => {
  test("stays to be read, with the moment from which it applied to no order", async () => {
    const { id } = await addRule(store, program_id)
    expect(ok(await store.admin.delete(`${RULES}/${id}`))).toEqual({
      id,
      object: "affiliate_rule",
      deleted: true,
    })
    const { retired_at } = await read(id)
    expect(retired_at).toEqual(expect.any(String))
    // A second time changes nothing.
    ok(await store.admin.delete(`${RULES}/${id}`))
    expect(await read(id)).toMatchObject({ retired_at })
    expect(await publish(id, { commission_value: 1 })).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
  })
})

describe("the list", () => {
  test("has the rules in force, and others when asked for", async () => {
    const paying = await addRule(store, program_id)
    const excluding = await addRule(store, program_id, {
      exclude: true,
      conditions: [product],
    })
    const retired = await addRule(store, program_id)
    ok(await store.admin.delete(`${RULES}/${retired.id}`))
    const ids = [paying.id, excluding.id, retired.id]
    const among = async (params: object) =>
      names(await list({ id: ids, ...params })).sort()
    expect(await among({})).toEqual([paying.id, excluding.id].sort())
    expect(await among({ exclude: true })).toEqual([excluding.id])
    expect(await among({ exclude: false })).toEqual([paying.id])
    expect(await among({ retired: true })).toEqual([retired.id])
    expect(await among({ retired: false })).toEqual(
      [paying.id, excluding.id].sort()
    )
    expect(names(await list({ q: paying.name }))).toEqual([paying.id])
    expect(await among({ program_id: "affprog_none" })).toEqual([])
    expect(await among({ "created_at[$gt]": "2100-01-01" })).toEqual([])
  })

  test("is sorted and cut into pages as asked, with what each rule says now", async () => {
    const other = await addProgram(store)
    const ids: string[] = []
    for (const commission_value of [1, 2, 3]) {
      ids.push((await addRule(store, other, { commission_value })).id)
    }
    ok(await publish(ids[1]!, { commission_value: 22 }))
    const page = ok(
      await store.admin.get(RULES, {
        program_id: other,
        order: "created_at",
        limit: 2,
        offset: 1,
      })
    )
    expect(page).toMatchObject({ count: 3, offset: 1, limit: 2 })
    expect(
      page.affiliate_rules.map((rule: RuleAnswer) => [
        rule.id,
        rule.version,
        rule.commission_value,
      ])
    ).toEqual([
      [ids[1], 2, 22],
      [ids[2], 1, 3],
    ])
    const { affiliate_rules } = ok(
      await store.admin.get(RULES, { program_id: other, fields: "id,name" })
    )
    expect(Object.keys(affiliate_rules[0]).sort()).toEqual([
      "id",
      "name",
      "version",
    ])
  })

  test.each([
    ["an unknown parameter", { colour: "red" }],
    ["an order by what the row has not", { order: "commission_value" }],
    ["a word for yes", { retired: "perhaps" }],
    ["a page too long", { limit: 1001 }],
  ])("refuses %s", async (_name, params) => {
    expect((await store.admin.get(RULES, params)).status).toBe(400)
  })
})

test("what people did to rules is recorded", async () => {
  const { id } = await addRule(store, program_id)
  ok(await publish(id, { commission_value: 9 }))
  ok(await store.admin.delete(`${RULES}/${id}`))
  const changes = await store.database.sql<{ action: string; actor: string }>(
    `SELECT action, actor_type AS actor FROM affiliate_change
      WHERE entity = 'affiliate_rule' AND entity_id = $1 ORDER BY at`,
    [id]
  )
  expect(changes).toEqual(
    ["created", "changed", "changed"].map((action) => ({
      action,
      actor: "user",
    }))
  )
})
