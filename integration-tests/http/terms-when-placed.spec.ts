import {
  buy,
  convertDraft,
  draftOrder,
  editOrder,
  fulfill,
  lineOf,
  ok,
  readOrder,
  useStore,
} from "../harness"
import { addAffiliate, addProgram } from "../support/programs"
import { uniqueEmail } from "../support/people"
import { holdUpVerdicts } from "../support/lost-events"
import { remember } from "../support/touches"
import { untilReconciled } from "../support/verdicts"

/** An order is priced by what held when it was placed, however late it is judged. */
const store = useStore()

/** Somebody buys a Shirt by a code, things change, and only then is the order judged. */
const judgedAfter = (code: string, change: () => Promise<void>) =>
  soldBefore(change, () =>
    buy(store.shop, {
      items: [{ ware: store.shop.shirt }],
      beforePayment: remember({ code }),
    })
  )

async function soldBefore(
  change: (id: string) => Promise<void>,
  sell: () => Promise<{ id: string }>
): Promise<string> {
  const { letGo } = await holdUpVerdicts(store)
  try {
    const { id } = await sell()
    await change(id)
    return id
  } finally {
    await letGo()
  }
}

const post = (path: string, body: object) => async () => {
  ok(await store.admin.post(path, body))
}

async function addTier(program_id: string, commission_value: number) {
  const { affiliate_tier } = ok(
    await store.admin.post("/admin/affiliate-tiers", {
      program_id,
      name: `Tier ${commission_value}`,
      commission_value,
    })
  )
  return affiliate_tier.id as string
}

test("a program whose rate, hold and levels change meanwhile", async () => {
  const program_id = await addProgram(store, {
    levels: [{ level: 2, percent: 5, basis: "order" }],
  })
  const parent = await addAffiliate(store, { name: "Parent", program_id })
  const { code } = await addAffiliate(store, {
    program_id,
    parent_id: parent.id,
  })
  const path = `/admin/affiliate-programs/${program_id}`
  const id = await judgedAfter(code, async () => {
    await post(path, { commission_value: 30, levels: [] })()
    await post(path, { commission_value: 40, hold_days: 1 })()
  })

  const verdict = await untilReconciled(store, id)
  expect(verdict.terms).toMatchObject({
    commission_value: "20",
    hold_days: 30,
    rate_source: "program",
  })
  expect(verdict.commissions.map(({ amount }) => amount)).toEqual([20, 5])

  const later = await judgedAfter(code, async () => {})
  const { terms, commissions } = await untilReconciled(store, later)
  expect(terms).toMatchObject({ commission_value: "40", hold_days: 1 })
  expect(commissions.map(({ amount }) => amount)).toEqual([40])
})

test("a program that is closed meanwhile", async () => {
  const program_id = await addProgram(store)
  const { code } = await addAffiliate(store, { program_id })
  const path = `/admin/affiliate-programs/${program_id}`
  const id = await judgedAfter(code, post(path, { status: "inactive" }))

  expect(await untilReconciled(store, id)).toMatchObject({
    outcome: "attributed",
    commission_total: 20,
  })
  const { status } = await store.shop.storefront.get(
    `/store/affiliate/codes/${code}`
  )
  expect(status).toBe(404)
})

test("an affiliate who is moved to another tier meanwhile, and a tier that pays another rate meanwhile", async () => {
  const program_id = await addProgram(store)
  const low = await addTier(program_id, 10)
  const high = await addTier(program_id, 50)
  const { id: affiliate_id, code } = await addAffiliate(store, {
    program_id,
    tier_id: low,
  })
  const moved = await judgedAfter(
    code,
    post(`/admin/affiliates/${affiliate_id}`, { tier_id: high })
  )
  expect((await untilReconciled(store, moved)).terms).toMatchObject({
    tier_id: low,
    commission_value: "10",
    rate_source: "tier",
  })

  const changed = await judgedAfter(
    code,
    post(`/admin/affiliate-tiers/${high}`, { commission_value: 60 })
  )
  expect((await untilReconciled(store, changed)).commission_total).toBe(50)
  const later = await judgedAfter(code, async () => {})
  expect((await untilReconciled(store, later)).commission_total).toBe(60)
})

test("an affiliate who gets a percentage of its own meanwhile, and loses it again", async () => {
  const program_id = await addProgram(store)
  const { id: affiliate_id, code } = await addAffiliate(store, { program_id })
  const path = `/admin/affiliates/${affiliate_id}`
  const id = await judgedAfter(code, async () => {
    await post(path, { commission_percent: 33 })()
    await post(path, { commission_percent: null })()
    await post(path, { commission_percent: 44 })()
  })
  expect((await untilReconciled(store, id)).commission_total).toBe(20)
})

test("an affiliate who gets another parent meanwhile: the old one earns by the old order", async () => {
  const program_id = await addProgram(store, {
    levels: [
      { level: 2, percent: 5, basis: "order" },
      { level: 3, percent: 1, basis: "order" },
    ],
  })
  const add = (name: string, parent_id?: string) =>
    addAffiliate(store, { name, program_id, parent_id })
  const [oldTop, newTop] = [await add("Old top"), await add("New top")]
  const parent = await add("Parent", oldTop.id)
  const other = await add("Other")
  const child = await add("Child", parent.id)
  const id = await judgedAfter(child.code, async () => {
    await post(`/admin/affiliates/${parent.id}`, { parent_id: newTop.id })()
    await post(`/admin/affiliates/${child.id}`, { parent_id: other.id })()
  })

  const earnersOf = async (order_id: string) =>
    (await untilReconciled(store, order_id)).commissions.map(
      ({ affiliate_id, level }) => ({ affiliate_id, level })
    )
  expect(await earnersOf(id)).toEqual([
    { affiliate_id: child.id, level: 1 },
    { affiliate_id: parent.id, level: 2 },
    { affiliate_id: oldTop.id, level: 3 },
  ])
  expect(
    await earnersOf(await judgedAfter(child.code, async () => {}))
  ).toEqual([
    { affiliate_id: child.id, level: 1 },
    { affiliate_id: other.id, level: 2 },
  ])
})

/** An order by phone: written down at 10 %, sold at 20 %, and judged when the rate is 40 %. */
async function soldByPhone(
  currency: "usd" | "kwd",
  change: (id: string, raise: () => Promise<void>) => Promise<unknown>
) {
  const { shop } = store
  const program_id = await addProgram(store, { commission_value: 10 })
  const { code } = await addAffiliate(store, {
    program_id,
    discount_percent: 10,
  })
  const path = `/admin/affiliate-programs/${program_id}`
  const draft = await draftOrder(shop, {
    items: [{ ware: shop.shirt }],
    email: uniqueEmail(),
    code,
    currency,
  })
  await post(path, { commission_value: 20 })()
  const raise = post(path, { commission_value: 40 })
  const id = await soldBefore(
    async (order) => {
      await change(order, raise)
    },
    () => convertDraft(shop, draft.id)
  )
  return (await untilReconciled(store, id)).terms
}

/** Whatever is done to an order that was a draft moves the only date that its row has. */
test("an order by phone that is edited after the rate has changed", async () => {
  const { shop } = store
  const terms = await soldByPhone("usd", async (id, raise) => {
    await raise()
    const { id: lineId } = lineOf(await readOrder(shop, id), "Shirt")
    await editOrder(shop, id, { set: [{ lineId, quantity: 3 }] })
  })
  expect(terms).toMatchObject({ commission_value: "20" })
})

test("an order by phone without tax that is sent out, and written to after the rate has changed", async () => {
  const { shop } = store
  const terms = await soldByPhone("kwd", async (id, raise) => {
    await fulfill(shop, id)
    await raise()
    const email = uniqueEmail()
    await post(`/admin/orders/${id}`, { email })()
  })
  expect(terms).toMatchObject({ commission_value: "20" })
})
