import { ok, useStore } from "../harness"
import { logInAs, WITH_ENCRYPTION } from "../support/affiliates"
import {
  createAffiliate,
  fieldNames,
  unique,
  uniqueEmail,
} from "../support/people"
import { sell } from "../support/paying"
import {
  addAffiliate,
  addProgram,
  type AddedAffiliate,
} from "../support/programs"
import { buy } from "../harness"
import { remember } from "../support/touches"
import { untilReconciled } from "../support/verdicts"

/** Who is below somebody: what the affiliate sees, and what the merchant sees. */
const store = useStore({ env: WITH_ENCRYPTION })

const LEVELS = [
  { level: 2, percent: 10, basis: "order" as const },
  { level: 3, percent: 5, basis: "order" as const },
]

const line = async (program_id: string, count: number) => {
  const people: AddedAffiliate[] = []
  for (let i = 0; i < count; i++) {
    people.push(
      await addAffiliate(store, {
        name: `Person Number${i}`,
        program_id,
        parent_id: people[i - 1]?.id,
      })
    )
  }
  return people
}

const apiOf = ({ id, email }: AddedAffiliate) => logInAs(store, id, email)

describe("what an affiliate sees of those below", () => {
  test("are first name and initial, level, status and what they brought, per currency", async () => {
    const { shop } = store
    const [top, child, grandchild, deeper] = await line(
      await addProgram(store, { levels: LEVELS }),
      4
    )
    await sell(store, child.code)
    await sell(store, child.code)
    await sell(store, grandchild.code)
    await sell(store, deeper.code)
    const { id } = await buy(shop, {
      items: [{ ware: shop.shirt }],
      currency: "jpy",
      beforePayment: remember({ code: child.code }),
    })
    const yen = (await untilReconciled(store, id)).commissions.find(
      ({ level }) => level === 2
    )!.amount
    ok(await store.admin.post(`/admin/affiliates/${grandchild.id}/suspend`))

    const answer = ok(await (await apiOf(top)).get("/affiliate/referrals"))
    expect(answer).toEqual({
      affiliates: [
        {
          id: child.id,
          name: "Person N.",
          level: 2,
          status: "approved",
          joined_at: expect.any(String),
          orders: 3,
          commission: [
            { currency_code: "jpy", amount: yen },
            { currency_code: "usd", amount: 20 },
          ],
        },
        {
          id: grandchild.id,
          name: "Person N.",
          level: 3,
          status: "suspended",
          joined_at: expect.any(String),
          orders: 1,
          commission: [{ currency_code: "usd", amount: 5 }],
        },
      ],
      count: 2,
      offset: 0,
      limit: 20,
    })
    const names = fieldNames(answer)
    for (const secret of ["email", "website", "codes", "answers"]) {
      expect(names).not.toContain(secret)
    }
    expect(JSON.stringify(answer)).not.toContain("Number")
  })

  test("are those right below where the program pays no levels, and they brought nothing", async () => {
    const [top, child] = await line(await addProgram(store), 3)
    await sell(store, child.code)
    const { affiliates, count } = ok(
      await (await apiOf(top)).get("/affiliate/referrals")
    )
    expect(count).toBe(1)
    expect(affiliates).toMatchObject([
      { id: child.id, level: 2, orders: 0, commission: [] },
    ])
  })

  test("are never those of another, nor whoever is above", async () => {
    const [top, child] = await line(await addProgram(store), 2)
    const mine = await apiOf(child)
    for (const query of ["", `?id=${top.id}`, `?id=${child.id}`])
      expect(
        ok(await mine.get(`/affiliate/referrals${query}`)).affiliates
      ).toEqual([])
    const foreign = await mine.get("/affiliate/referrals", {
      parent_id: top.id,
    })
    expect(foreign.status).toBe(400)
    expect((await store.api.get("/affiliate/referrals")).status).toBe(401)
  })

  test("are searched by what can be read of a name, and by no more", async () => {
    const program_id = await addProgram(store, { levels: LEVELS })
    const top = await addAffiliate(store, { program_id })
    const under = async (name: string, parent_id = top.id) =>
      (await createAffiliate(store, { name, program_id, parent_id })).id
    const ada = await under("Ada King Lovelace")
    const grace = await under("Grace\u00a0Hopper")
    const hidden = await under("zed@example.com Smith", ada)
    const api = await apiOf(top)
    const found = async (query: Record<string, string>) =>
      ok(await api.get("/affiliate/referrals", query)).affiliates.map(
        ({ id }: { id: string }) => id
      )
    expect(await found({})).toEqual([ada, grace, hidden])
    expect(await found({ q: "ada l." })).toEqual([ada])
    expect(await found({ q: "grace H" })).toEqual([grace])
    expect(await found({ q: "z. S." })).toEqual([hidden])
    for (const q of ["lace", "King", "Hopper", "example", "zed", "Smi", "%"])
      expect({ q, found: await found({ q }) }).toEqual({ q, found: [] })
    expect(await found({ level: "3" })).toEqual([hidden])
    expect(await found({ "level[$lt]": "3", order: "-name" })).toEqual([
      grace,
      ada,
    ])
    expect(await found({ "id[$nin][]": ada })).toEqual([grace, hidden])
    expect(await found({ status: "suspended" })).toEqual([])
  })

  test("come page by page", async () => {
    const program_id = await addProgram(store)
    const top = await addAffiliate(store, { program_id })
    const ids: string[] = []
    for (let i = 0; i < 5; i++) {
      const { id } = await createAffiliate(store, {
        program_id,
        parent_id: top.id,
      })
      ids.push(id)
    }
    const api = await apiOf(top)
    const page = ok(
      await api.get("/affiliate/referrals", { limit: 2, offset: 2 })
    )
    expect(page).toMatchObject({ count: 5, offset: 2, limit: 2 })
    expect(page.affiliates.map(({ id }: { id: string }) => id)).toEqual(
      ids.slice(2, 4)
    )
    expect((await api.get("/affiliate/referrals", { limit: 101 })).status).toBe(
      400
    )
  })
})

describe("the tree that the merchant sees", () => {
  const tree = async (id: string, query: Record<string, number> = {}) =>
    ok(await store.admin.get(`/admin/affiliates/${id}/tree`, query)).tree
  const placed = (nodes: { id: string; depth: number }[]) =>
    nodes.map(({ id, depth }) => [id, depth])

  test("has all above, nearest first, and those below, level by level", async () => {
    const program_id = await addProgram(store)
    const [a, b, c, d, e] = await line(program_id, 5)
    const sibling = await addAffiliate(store, { program_id, parent_id: c.id })
    const found = await tree(c.id)
    expect(found.affiliate).toMatchObject({
      id: c.id,
      name: c.name,
      email: c.email,
      status: "approved",
      parent_id: b.id,
      depth: 0,
      children_count: 2,
    })
    expect(placed(found.ancestors)).toEqual([
      [b.id, -1],
      [a.id, -2],
    ])
    expect(placed(found.descendants)).toEqual([
      [d.id, 1],
      [sibling.id, 1],
      [e.id, 2],
    ])
    expect(found.truncated).toBe(false)
  })

  test("is as deep and as large as is asked for, and says where there is more", async () => {
    const [a, b, c] = await line(await addProgram(store), 3)
    const shallow = await tree(a.id, { depth: 1 })
    expect(placed(shallow.descendants)).toEqual([[b.id, 1]])
    expect(shallow.descendants[0].children_count).toBe(1)
    expect(shallow.truncated).toBe(true)
    expect(placed((await tree(b.id)).descendants)).toEqual([[c.id, 1]])
    const few = await tree(a.id, { limit: 1 })
    expect(few.descendants).toHaveLength(1)
    expect(few.truncated).toBe(true)
    const alone = await tree(a.id, { depth: 0 })
    expect(alone).toMatchObject({ descendants: [], truncated: true })
  })

  test("is bounded at 1000 below, however many there are", async () => {
    const program_id = await addProgram(store)
    const { id } = await createAffiliate(store, { program_id })
    const prefix = unique("aff_many_")
    await store.database.sql(
      `INSERT INTO affiliate (id, name, email, email_normalized, status, program_id, parent_id)
       SELECT $1 || n, 'Many', $1 || n || '@e.example', $1 || n || '@e.example', 'approved', $2, $3
         FROM generate_series(1, 1500) n`,
      [prefix, program_id, id]
    )
    const { descendants, truncated, affiliate } = await tree(id)
    expect(descendants).toHaveLength(1000)
    expect(truncated).toBe(true)
    expect(affiliate.children_count).toBe(1500)
  })

  test("is that of somebody who exists, with parameters that exist", async () => {
    const { id } = await createAffiliate(store, { email: uniqueEmail() })
    const path = `/admin/affiliates/${id}/tree`
    expect((await store.admin.get("/admin/affiliates/no/tree")).status).toBe(
      404
    )
    for (const query of [{ depth: 101 }, { limit: 1001 }, { deep: 1 }]) {
      expect((await store.admin.get(path, query as never)).status).toBe(400)
    }
    expect((await store.api.get(path)).status).toBe(401)
  })
})
