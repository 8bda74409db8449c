import {
  buy,
  completeCart,
  fillCart,
  ok,
  startPayment,
  useStore,
} from "../harness"
import { addContract, type ContractFields } from "../harness/affiliates"
import { holdUpVerdicts } from "../support/lost-events"
import { addAffiliate, addProgram, createAffiliate } from "../support/programs"
import { expectNothingChanged } from "../support/unchanged"
import { remember } from "../support/touches"
import { untilReconciled } from "../support/verdicts"

/** Terms with one affiliate alone, which go before every other rate while they run. */
const store = useStore()

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** In which a full cart is turned into an order also on a busy machine. */
const SOON = 15_000
/** So many milliseconds from now. */
const from = (ms: number) => new Date(Date.now() + ms)
const until = (moment: Date) =>
  new Promise((resolve) =>
    setTimeout(resolve, Math.max(0, moment.getTime() - Date.now() + 50))
  )

const pathOf = (affiliate_id: string, id?: string) =>
  `/admin/affiliates/${affiliate_id}/contracts${id ? `/${id}` : ""}`

/** Somebody of a program that pays 20 %. */
const someone = async () =>
  addAffiliate(store, { program_id: await addProgram(store) })

/** Somebody is about to buy a Shirt for 100 by a code; answers how to do it, which is quick. */
async function atCheckout(code: string): Promise<() => Promise<string>> {
  const { shop } = store
  const cart = await fillCart(shop, { items: [{ ware: shop.shirt }] })
  await remember({ code })(cart, shop.storefront)
  await startPayment(shop.storefront, cart)
  return async () => (await completeCart(shop.storefront, cart)).id
}

const buyBy = async (code: string) => (await atCheckout(code))()

const commissionOf = async (order_id: string) =>
  (await untilReconciled(store, order_id)).commission_total

/** Somebody buys, things change, and only then is the order judged; answers the commission. */
async function judgedAfter(
  placeOrder: () => Promise<string>,
  change: () => Promise<unknown>
): Promise<number> {
  const { letGo } = await holdUpVerdicts(store)
  let order_id: string
  try {
    order_id = await placeOrder()
    await change()
  } finally {
    await letGo()
  }
  return await commissionOf(order_id)
}

const endContract =
  (
    { id, affiliate_id }: { id: string; affiliate_id: string },
    ends_at: Date | null
  ) =>
  async () => {
    ok(await store.admin.post(pathOf(affiliate_id, id), { ends_at }))
  }

describe("a contract in force", () => {
  test("goes before program, tier and the affiliate's own percentage, and says so", async () => {
    const program_id = await addProgram(store)
    const { affiliate_tier } = ok(
      await store.admin.post("/admin/affiliate-tiers", {
        program_id,
        name: "Gold",
        commission_value: 25,
      })
    )
    const { id, code } = await addAffiliate(store, {
      program_id,
      tier_id: affiliate_tier.id,
      commission_percent: 30,
    })
    const contract = await addContract(store, id, { revenue_split: 12.5 })

    const verdict = await untilReconciled(store, await buyBy(code))
    expect(verdict.commission_total).toBe(12.5)
    expect(verdict.terms).toMatchObject({
      rate_source: "contract",
      contract_id: contract.id,
      commission_type: "percentage",
      commission_value: "12.5",
    })
    const step = verdict.trace.find(({ step }) => step === "terms")
    expect(step).toMatchObject({
      found: "12.5 % from the contract, held 30 days",
      facts: { rate_source: "contract" },
    })
  })

  test("prices by percent also where the program pays fixed amounts", async () => {
    const program_id = await addProgram(store, {
      commission_type: "fixed_per_item",
      fixed_values: [{ currency_code: "usd", amount: 5 }],
    })
    const { id, code } = await addAffiliate(store, { program_id })
    await addContract(store, id)
    expect(await commissionOf(await buyBy(code))).toBe(40)
  })

  test("goes before what a commission rule pays, and what a rule excludes earns nothing all the same", async () => {
    const program_id = await addProgram(store)
    const { id, code } = await addAffiliate(store, { program_id })
    await addContract(store, id)
    const addRule = async (fields: object) =>
      ok(
        await store.admin.post("/admin/affiliate-rules", {
          program_id,
          conditions: [{ attribute: "affiliate", values: [id] }],
          ...fields,
        })
      )
    await addRule({
      name: "Half of it",
      commission_type: "percentage",
      commission_value: 50,
    })
    expect(await commissionOf(await buyBy(code))).toBe(40)
    await addRule({ name: "Nothing", exclude: true })
    expect(await commissionOf(await buyBy(code))).toBe(0)
  })

  test("is of one affiliate alone", async () => {
    const [ada, bob] = [await someone(), await someone()]
    await addContract(store, ada.id)
    expect(await commissionOf(await buyBy(bob.code))).toBe(20)
  })

  test("begins and ends by itself, at its moment", async () => {
    const { id, code } = await someone()
    await addContract(store, id, { starts_at: from(DAY) })
    await addContract(store, id, {
      starts_at: from(-2 * DAY),
      ends_at: from(-DAY),
    })
    expect(await commissionOf(await buyBy(code))).toBe(20)

    const placeOrder = await atCheckout(code)
    const [starts_at, ends_at] = [from(-HOUR), from(SOON)]
    await addContract(store, id, { starts_at, ends_at })
    expect(await commissionOf(await placeOrder())).toBe(40)
    await until(ends_at)
    expect(await commissionOf(await buyBy(code))).toBe(20)
  })
})

describe("an order judged late is priced by the contract in force when it was placed", () => {
  test("though it was ended meanwhile, even before the order", async () => {
    const { id, code } = await someone()
    const contract = await addContract(store, id)
    expect(
      await judgedAfter(() => buyBy(code), endContract(contract, from(-HOUR)))
    ).toBe(40)
    expect(await commissionOf(await buyBy(code))).toBe(20)
  })

  test("though its day came meanwhile", async () => {
    const { id, code } = await someone()
    const placeOrder = await atCheckout(code)
    const ends_at = from(SOON)
    await addContract(store, id, { ends_at })
    expect(await judgedAfter(placeOrder, () => until(ends_at))).toBe(40)
  })

  test("not by one that began meanwhile", async () => {
    const { id, code } = await someone()
    const placeOrder = await atCheckout(code)
    const starts_at = from(SOON)
    await addContract(store, id, { starts_at })
    expect(await judgedAfter(placeOrder, () => until(starts_at))).toBe(20)
  })

  test("not by one made meanwhile, though it says that it began before", async () => {
    const { id, code } = await someone()
    expect(
      await judgedAfter(
        () => buyBy(code),
        () => addContract(store, id)
      )
    ).toBe(20)
    expect(await commissionOf(await buyBy(code))).toBe(40)
  })

  test("not by one that was over, and was extended meanwhile", async () => {
    const { id, code } = await someone()
    const contract = await addContract(store, id, { ends_at: from(-HOUR) })
    expect(
      await judgedAfter(() => buyBy(code), endContract(contract, null))
    ).toBe(20)
  })

  test("and by the one before, where another took over meanwhile", async () => {
    const { id, code } = await someone()
    const first = await addContract(store, id)
    expect(
      await judgedAfter(
        () => buyBy(code),
        async () => {
          await endContract(first, from(-HOUR))()
          await addContract(store, id, {
            revenue_split: 60,
            starts_at: from(-HOUR),
          })
        }
      )
    ).toBe(40)
    expect(await commissionOf(await buyBy(code))).toBe(60)
  })
})

test("an order credited by hand is priced by what was in force when it was placed", async () => {
  const { id } = await someone()
  const order_id = (
    await buy(store.shop, { items: [{ ware: store.shop.shirt }] })
  ).id
  await untilReconciled(store, order_id)
  const attribute = async () =>
    ok(
      await store.admin.post(`/admin/affiliate-orders/${order_id}/attribute`, {
        affiliate_id: id,
        note: "met at the fair",
      })
    )
  await addContract(store, id, { starts_at: from(0) })
  await attribute()
  expect(await commissionOf(order_id)).toBe(20)
})

describe("a contract", () => {
  test("answers what it was given, and is listed, the latest first", async () => {
    const { id: affiliate_id } = await someone()
    const fields = {
      title: "Launch",
      terms: "We send shirts.\nYou wear them.",
      revenue_split: 33.25,
      starts_at: "2027-01-01T00:00:00.000Z",
      ends_at: "2027-02-01T00:00:00.000Z",
    }
    const contract = await addContract(store, affiliate_id, fields)
    expect(contract).toMatchObject({ ...fields, affiliate_id })
    const next = await addContract(store, affiliate_id, {
      title: "Next",
      starts_at: "2027-02-01T01:00:00+01:00",
    })
    expect(next).toMatchObject({
      terms: null,
      starts_at: "2027-02-01T00:00:00.000Z",
      ends_at: null,
    })
    const path = pathOf(affiliate_id, contract.id)
    expect(ok(await store.admin.get(path)).contract).toEqual(contract)
    const list = ok(await store.admin.get(pathOf(affiliate_id)))
    expect(list).toEqual({
      contracts: [next, contract],
      count: 2,
      offset: 0,
      limit: 20,
    })
    expect(Object.keys(list.contracts[0])).not.toContain("raw_revenue_split")
  })

  test("changes in all before it starts, and can be deleted", async () => {
    const { id: affiliate_id } = await someone()
    const { id } = await addContract(store, affiliate_id, {
      starts_at: from(DAY),
    })
    const changes = {
      title: "Autumn",
      terms: "…",
      revenue_split: 45,
      starts_at: from(2 * DAY).toISOString(),
      ends_at: from(3 * DAY).toISOString(),
    }
    const path = pathOf(affiliate_id, id)
    expect(ok(await store.admin.post(path, changes)).contract).toMatchObject(
      changes
    )
    expect(ok(await store.admin.delete(path))).toEqual({
      id,
      object: "affiliate_contract",
      deleted: true,
    })
    expect((await store.admin.get(path)).status).toBe(404)
    expect(ok(await store.admin.get(pathOf(affiliate_id))).count).toBe(0)
  })

  test("changes only its title, words and end once it has started", async () => {
    const { id: affiliate_id } = await someone()
    const contract = await addContract(store, affiliate_id)
    const path = pathOf(affiliate_id, contract.id)
    for (const [field, value] of [
      ["revenue_split", 41],
      ["starts_at", from(DAY)],
      ["starts_at", from(-2 * DAY)],
    ]) {
      const refused = await expectNothingChanged(store, () =>
        store.admin.post(path, { title: "X", [field as string]: value })
      )
      expect(refused).toMatchObject({
        status: 400,
        body: {
          type: "not_allowed",
          message: expect.stringMatching(`'${field}'`),
        },
      })
    }
    const deleted = await expectNothingChanged(store, () =>
      store.admin.delete(path)
    )
    expect(deleted).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/'ends_at'/) },
    })
    const { title, revenue_split, starts_at } = contract
    const ends_at = from(HOUR).toISOString()
    expect(
      ok(
        await store.admin.post(path, {
          title,
          revenue_split,
          starts_at,
          terms: "New words",
          ends_at,
        })
      ).contract
    ).toMatchObject({ title, revenue_split, terms: "New words", ends_at })
  })

  const wrong: [what: string, fields: object, message: RegExp][] = [
    ["an unknown field", { rate: 5 }, /rate/],
    ["an empty title", { title: "" }, /'title'/],
    ["more than all", { revenue_split: 101 }, /'revenue_split'/],
    ["less than nothing", { revenue_split: -1 }, /'revenue_split'/],
    ["an over-precise split", { revenue_split: 1.00001 }, /'revenue_split'/],
    ["a day that is none", { starts_at: "2026-02-31" }, /'starts_at'/],
    ["no day", { starts_at: null }, /'starts_at'/],
    ["a number for a day", { ends_at: 5 }, /'ends_at'/],
    [
      "an end before its start",
      { starts_at: from(2 * DAY), ends_at: from(DAY) },
      /'ends_at'/,
    ],
    [
      "an end at its start",
      {
        starts_at: "2027-01-01T00:00:00Z",
        ends_at: "2027-01-01T00:00:00Z",
      },
      /'ends_at'/,
    ],
  ]

  test.each(wrong)(
    "with %s is refused and changes nothing",
    async (_what, fields, message) => {
      const { id: affiliate_id } = await someone()
      const made = { starts_at: from(DAY), ends_at: from(3 * DAY) }
      const { id } = await addContract(store, affiliate_id, made)
      for (const attempt of [
        () =>
          store.admin.post(pathOf(affiliate_id), {
            title: "Other",
            revenue_split: 10,
            starts_at: from(5 * DAY),
            ...fields,
          }),
        () => store.admin.post(pathOf(affiliate_id, id), fields),
      ]) {
        const refused = await expectNothingChanged(store, attempt)
        expect(refused.status).toBe(400)
        expect(refused.body.message).toMatch(message)
      }
    }
  )

  test("of nobody, or of another affiliate, is not found", async () => {
    const [ada, bob] = [await someone(), await someone()]
    const { id } = await addContract(store, ada.id, { starts_at: from(DAY) })
    const fields = { title: "X", revenue_split: 5, starts_at: from(DAY) }
    for (const refused of [
      await store.admin.get(pathOf(bob.id, id)),
      await store.admin.post(pathOf(bob.id, id), { title: "X" }),
      await store.admin.delete(pathOf(bob.id, id)),
      await store.admin.get(pathOf("aff_no")),
      await store.admin.post(pathOf("aff_no"), fields),
      await store.admin.get(pathOf(ada.id, "affcontract_no")),
    ])
      expect(refused.status).toBe(404)
    expect(ok(await store.admin.get(pathOf(ada.id))).count).toBe(1)
  })

  test("goes with an affiliate who is deleted", async () => {
    const { id } = await createAffiliate(store)
    await addContract(store, id)
    ok(await store.admin.delete(`/admin/affiliates/${id}`))
    expect(
      await store.database.sql(
        "SELECT id FROM affiliate_contract WHERE affiliate_id = $1",
        [id]
      )
    ).toEqual([])
  })
})

describe("two contracts of one affiliate", () => {
  const period = (starts: number, ends: number | null): ContractFields => ({
    starts_at: new Date(Date.UTC(2030, 0, starts)),
    ends_at: ends === null ? null : new Date(Date.UTC(2030, 0, ends)),
  })

  test.each([
    ["begins inside", period(15, 25)],
    ["ends inside", period(5, 15)],
    ["lies within", period(12, 18)],
    ["holds the other", period(5, 25)],
    ["is the same", period(10, 20)],
    ["begins inside and never ends", period(19, null)],
    ["began before and never ends", period(1, null)],
  ])("cannot overlap: one that %s", async (_what, fields) => {
    const { id } = await someone()
    const first = await addContract(store, id, period(10, 20))
    const other = { title: "Other", revenue_split: 10 }
    const refused = await expectNothingChanged(store, () =>
      store.admin.post(pathOf(id), { ...other, ...fields })
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(first.id) },
    })
    const later = await addContract(store, id, period(40, 50))
    const moved = await expectNothingChanged(store, () =>
      store.admin.post(pathOf(id, later.id), fields)
    )
    expect(moved.status).toBe(400)
  })

  test("may follow one another to the moment, and a third finds no room among many", async () => {
    const { id } = await someone()
    for (let day = 1; day <= 25; day++)
      await addContract(store, id, period(day, day + 1))
    await addContract(store, id, period(26, null))
    for (const fields of [period(0, 2), period(13, 14), period(30, 31)]) {
      const refused = await store.admin.post(pathOf(id), {
        title: "Other",
        revenue_split: 10,
        ...fields,
      })
      expect(refused.status).toBe(400)
    }
  })

  test("made at the same moment cannot overlap either: one is refused", async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await someone()
      const answers = await Promise.all(
        [period(10, 20), period(15, 25)].map((fields) =>
          store.admin.post(pathOf(id), {
            title: "Race",
            revenue_split: 10,
            ...fields,
          })
        )
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
      expect(ok(await store.admin.get(pathOf(id))).count).toBe(1)
    }
  })

  test("changed into one another at the same moment: one is refused", async () => {
    const { id } = await someone()
    const one = await addContract(store, id, period(10, 20))
    const other = await addContract(store, id, period(30, 40))
    const answers = await Promise.all([
      store.admin.post(pathOf(id, one.id), period(10, 30)),
      store.admin.post(pathOf(id, other.id), period(20, 40)),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  })
})
