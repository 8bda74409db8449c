import { buy, cancelOrder, ok, refund, useStore } from "../harness"
import { holdUpVerdicts } from "../support/lost-events"
import { sell } from "../support/paying"
import {
  addAffiliate,
  addProgram,
  type AddedAffiliate,
} from "../support/programs"
import { remember } from "../support/touches"
import {
  expectHealthy,
  untilReconciled,
  type VerdictAnswer,
} from "../support/verdicts"

/** Upper levels: who above earns, how much is left of it after refunds, and whose tree counts. */
const store = useStore()

const LEVELS = [
  { level: 2, percent: 10, basis: "order" as const },
  { level: 3, percent: 25, basis: "commission" as const },
]

/** Three in a line, the lowest last. A Shirt of 100 earns 20, 10 and 5. */
const threeDeep = async () => {
  const program_id = await addProgram(store, { levels: LEVELS })
  const add = (name: string, parent?: AddedAffiliate) =>
    addAffiliate(store, { name, program_id, parent_id: parent?.id })
  const top = await add("Top")
  const middle = await add("Middle", top)
  const low = await add("Low", middle)
  return { program_id, top, middle, low, add }
}

/** What each beneficiary earns of an order. */
const earned = ({ commissions }: VerdictAnswer) =>
  Object.fromEntries(
    commissions.map(({ affiliate_id, amount }) => [affiliate_id, amount])
  )

const sellBy = async ({ code }: AddedAffiliate) => {
  const id = await sell(store, code)
  return { id, verdict: await untilReconciled(store, id) }
}

const moveBelow = async (one: AddedAffiliate, parent: AddedAffiliate | null) =>
  ok(
    await store.admin.post(`/admin/affiliates/${one.id}`, {
      parent_id: parent?.id ?? null,
    })
  )

describe("three deep", () => {
  test("a refund lowers every level in proportion, and a cancellation takes all", async () => {
    const { top, middle, low } = await threeDeep()
    const { id, verdict } = await sellBy(low)
    expect(
      verdict.commissions.map(({ affiliate_id, level, kind, amount }) => [
        affiliate_id,
        level,
        kind,
        amount,
      ])
    ).toEqual([
      [low.id, 1, "sale", 20],
      [middle.id, 2, "level", 10],
      [top.id, 3, "level", 5],
    ])

    await refund(store.shop, id, 60.5)
    expect(earned(await untilReconciled(store, id))).toEqual({
      [low.id]: 10,
      [middle.id]: 5,
      [top.id]: 2.5,
    })
    await refund(store.shop, id, 30.25)
    expect(earned(await untilReconciled(store, id))).toEqual({
      [low.id]: 5,
      [middle.id]: 2.5,
      [top.id]: 1.25,
    })
    await cancelOrder(store.shop, id)
    expect(earned(await untilReconciled(store, id))).toEqual({
      [low.id]: 0,
      [middle.id]: 0,
      [top.id]: 0,
    })
  })

  test("who is suspended in the middle leaves the level empty, and those further up keep theirs", async () => {
    const { top, middle, low } = await threeDeep()
    const before = await sellBy(low)
    ok(await store.admin.post(`/admin/affiliates/${middle.id}/suspend`))
    const meanwhile = await sellBy(low)
    ok(await store.admin.post(`/admin/affiliates/${middle.id}/reinstate`))
    const after = await sellBy(low)

    const all = { [low.id]: 20, [middle.id]: 10, [top.id]: 5 }
    expect(earned(await untilReconciled(store, before.id))).toEqual(all)
    expect(earned(meanwhile.verdict)).toEqual({ [low.id]: 20, [top.id]: 5 })
    expect(meanwhile.verdict.commissions.map(({ level }) => level)).toEqual([
      1, 3,
    ])
    expect(earned(after.verdict)).toEqual(all)
    // A refund of the order in between brings the suspended one nothing either.
    await refund(store.shop, meanwhile.id, 60.5)
    expect(earned(await untilReconciled(store, meanwhile.id))).toEqual({
      [low.id]: 10,
      [top.id]: 2.5,
    })
  })

  test("nothing reaches a fourth that the program does not pay", async () => {
    const { top, middle, low, add } = await threeDeep()
    const lowest = await add("Lowest", low)
    const { verdict } = await sellBy(lowest)
    expect(earned(verdict)).toEqual({
      [lowest.id]: 20,
      [low.id]: 10,
      [middle.id]: 5,
    })
    expect(earned(verdict)).not.toHaveProperty(top.id)
  })
})

describe("a parent changed half-way", () => {
  test("earns from the orders to come; orders before stay with the old one, refunds included", async () => {
    const { top, middle, low, add } = await threeDeep()
    const other = await add("Other")
    const { id } = await sellBy(low)
    await moveBelow(low, other)
    const after = await sellBy(low)
    expect(earned(after.verdict)).toEqual({ [low.id]: 20, [other.id]: 10 })

    await refund(store.shop, id, 60.5)
    expect(earned(await untilReconciled(store, id))).toEqual({
      [low.id]: 10,
      [middle.id]: 5,
      [top.id]: 2.5,
    })
  })

  test("does not earn from an order placed before, however late that is judged", async () => {
    const { top, middle, low, add } = await threeDeep()
    const other = await add("Other")
    const hold = await holdUpVerdicts(store)
    let id: string
    try {
      const order = await buy(store.shop, {
        items: [{ ware: store.shop.shirt }],
        beforePayment: remember({ code: low.code }),
      })
      id = order.id
      await moveBelow(low, other)
    } finally {
      await hold.letGo()
    }
    expect(earned(await untilReconciled(store, id))).toEqual({
      [low.id]: 20,
      [middle.id]: 10,
      [top.id]: 5,
    })
  })

  test("further up counts as it was too, however late the order is judged", async () => {
    const { top, middle, low, add } = await threeDeep()
    const other = await add("Other")
    const hold = await holdUpVerdicts(store)
    let id: string
    try {
      const order = await buy(store.shop, {
        items: [{ ware: store.shop.shirt }],
        beforePayment: remember({ code: low.code }),
      })
      id = order.id
      await moveBelow(middle, other)
    } finally {
      await hold.letGo()
    }
    expect(earned(await untilReconciled(store, id))).toMatchObject({
      [middle.id]: 10,
      [top.id]: 5,
    })
    const { verdict } = await sellBy(low)
    expect(earned(verdict)).toEqual({
      [low.id]: 20,
      [middle.id]: 10,
      [other.id]: 5,
    })
  })

  test("taken away pays nobody above from then on", async () => {
    const { low } = await threeDeep()
    await moveBelow(low, null)
    const { verdict } = await sellBy(low)
    expect(earned(verdict)).toEqual({ [low.id]: 20 })
  })
})

test("a circle is refused, also when both halves are asked for at the same moment: one succeeds", async () => {
  const program_id = await addProgram(store, { levels: LEVELS })
  for (let round = 0; round < 8; round++) {
    const [a, b] = [
      await addAffiliate(store, { program_id }),
      await addAffiliate(store, { program_id }),
    ]
    const answers = await Promise.all([
      store.admin.post(`/admin/affiliates/${a.id}`, { parent_id: b.id }),
      store.admin.post(`/admin/affiliates/${b.id}`, { parent_id: a.id }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    const refused = answers.find(({ status }) => status === 400)!
    expect(refused.body.message).toMatch(/'parent_id'/)
    const parents = await store.database.sql<{ parent_id: string | null }>(
      `SELECT parent_id FROM affiliate WHERE id = ANY($1)`,
      [[a.id, b.id]]
    )
    expect(parents.filter(({ parent_id }) => parent_id === null)).toHaveLength(
      1
    )
  }
})

test("a circle through three is refused under concurrency too", async () => {
  const program_id = await addProgram(store)
  const people = [
    await addAffiliate(store, { program_id }),
    await addAffiliate(store, { program_id }),
    await addAffiliate(store, { program_id }),
  ]
  const answers = await Promise.all(
    people.map(({ id }, index) =>
      store.admin.post(`/admin/affiliates/${id}`, {
        parent_id: people[(index + 1) % people.length].id,
      })
    )
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 400])
})

test("the books agree after all of it", () => expectHealthy(store))
