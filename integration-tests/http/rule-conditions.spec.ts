import { ok, useStore } from "../harness"
import { addAffiliate, addProgram, unique } from "../harness/affiliates"
import { add, addGoods, addRule, RULES } from "../support/rules"
import { expectNothingChanged } from "../support/unchanged"

/** Conditions name what there is: a rule on anything else would say something and do nothing. */
const store = useStore()

let program_id: string
beforeAll(async () => {
  program_id = await addProgram(store)
})

const make = async (
  path: string,
  answer: string,
  body: object
): Promise<Record<string, string>> =>
  ok(await store.admin.post(`/admin/${path}`, body))[answer]

/** Something there is, of every attribute that names things. */
const real: Record<string, () => Promise<string>> = {
  product: () => addGoods(store),
  variant: async () => store.shop.shirt.variantId,
  collection: () => add(store, "collection"),
  category: () => add(store, "category"),
  type: () => add(store, "type"),
  tag: () => add(store, "tag"),
  sales_channel: async () => store.shop.salesChannelId,
  region: async () => store.shop.markets.jpy.regionId,
  customer_group: async () =>
    (
      await make("customer-groups", "customer_group", {
        name: unique("Group "),
      })
    ).id!,
  campaign: async () => (await addCampaign()).id!,
  tier: async () => (await addTier(program_id)).id!,
  affiliate: async () => (await addAffiliate(store, { program_id })).id,
}
const addCampaign = () =>
  make("campaigns", "campaign", {
    name: unique("Campaign "),
    campaign_identifier: unique("campaign-"),
  })
const addTier = (of: string) =>
  make("affiliate-tiers", "affiliate_tier", {
    program_id: of,
    name: unique("Tier "),
  })

const draft = (conditions: object[]) => ({
  program_id,
  name: unique("Rule "),
  commission_type: "percentage",
  commission_value: 5,
  conditions,
})
const create = (conditions: object[]) =>
  store.admin.post(RULES, draft(conditions))
const publish = (id: string, conditions: object[]) =>
  store.admin.post(`${RULES}/${id}`, { conditions })

const words = (attribute: string) => attribute.replace("_", " ")

describe.each(Object.keys(real))("a rule on a %s", (attribute) => {
  test("that exists is made, and one that does not is refused by its condition and value", async () => {
    const there = await real[attribute]!()
    const wrong = unique("none_")
    const right = { attribute, values: [there] }
    const refusal = {
      status: 400,
      body: {
        type: "invalid_data",
        message: `Field 'conditions.1.values': there is no ${words(attribute)} ${wrong}`,
      },
    }
    const conditions = [
      { attribute: "customer_kind", values: ["new"] },
      { attribute, values: [there, wrong] },
    ]
    expect(
      await expectNothingChanged(store, () => create(conditions))
    ).toMatchObject(refusal)

    const { affiliate_rule } = ok(await create([right]))
    expect(
      await expectNothingChanged(store, () =>
        publish(affiliate_rule.id, conditions)
      )
    ).toMatchObject(refusal)
    const tried = await store.admin.post(`${RULES}/preview`, {
      order_id: "order_none",
      rule: draft(conditions),
    })
    expect(tried).toMatchObject(refusal)
    ok(
      await publish(affiliate_rule.id, [
        { ...right, negate: true },
        { attribute: "customer_kind", values: ["new"] },
      ])
    )
  })
})

test("a campaign is named by its id or by what the merchant calls it", async () => {
  const { campaign_identifier } = await addCampaign()
  ok(await create([{ attribute: "campaign", values: [campaign_identifier] }]))
})

test("a tier is one of the rule's own program", async () => {
  const elsewhere = await addTier(await addProgram(store))
  const refusal = {
    status: 400,
    body: { message: expect.stringMatching(/there is no tier/) },
  }
  const conditions = [{ attribute: "tier", values: [elsewhere.id] }]
  expect(await create(conditions)).toMatchObject(refusal)
  const { id } = await addRule(store, program_id)
  expect(await publish(id, conditions)).toMatchObject(refusal)
})

test("what is deleted after a rule named it keeps nobody from changing the rule", async () => {
  const [gone, kept] = [await addGoods(store), await addGoods(store)]
  const conditions = [{ attribute: "product", values: [gone, kept] }]
  const { id } = await addRule(store, program_id, { conditions })
  ok(await store.admin.delete(`/admin/products/${gone}`))
  ok(await store.admin.post(`${RULES}/${id}`, { commission_value: 7 }))
  ok(await publish(id, [{ attribute: "product", values: [gone] }]))
  // Once it is left out it is as unknown as anything else.
  ok(await publish(id, [{ attribute: "product", values: [kept] }]))
  expect((await publish(id, conditions)).status).toBe(400)
  expect((await create(conditions)).status).toBe(400)
})

test("five hundred values are looked for, and the wrong ones counted", async () => {
  const there = await addGoods(store)
  const values = [
    there,
    ...Array.from({ length: 499 }, (_, index) => `prod_none_${index}`),
  ]
  const refused = await create([{ attribute: "product", values }])
  expect(refused.status).toBe(400)
  expect(refused.body.message).toMatch(/prod_none_4 and 494 more$/)
})
