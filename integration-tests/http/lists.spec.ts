import { ok, useStore, type Json, type Query } from "../harness"
import { WITH_ENCRYPTION } from "../support/affiliates"
import { doors, isOf, named, type Door } from "../support/doors"
import {
  addressOf,
  furnish,
  tidyUp,
  type OneOfEach,
} from "../support/one-of-each"
import { WITHOUT_SCHEDULE } from "../support/servers"

/** What every list takes and answers, whichever it is. */

// Before the store is there, so that it runs before the store shuts down.
afterAll(() => tidyUp(people))
const store = useStore({ env: { ...WITH_ENCRYPTION, ...WITHOUT_SCHEDULE } })

let people: OneOfEach
beforeAll(async () => {
  people = await furnish(store)
})

/** What is read and is no list. */
const ALONE = [
  "/admin/affiliate-customers/[customer_id]/personal-data",
  "/admin/affiliate-health",
  "/admin/affiliate-payout-batches/[id]/report",
  "/admin/affiliate-payout-providers",
  "/admin/affiliate-payouts/[id]/document",
  "/admin/affiliate-payouts/export",
  "/admin/affiliate-stats",
  "/admin/affiliate-tax-report",
  "/admin/affiliate-tax-thresholds",
  "/admin/affiliates/[id]/identity",
  "/admin/affiliates/[id]/payout-method",
  "/admin/affiliates/[id]/personal-data",
  "/admin/affiliates/[id]/tax-form",
  "/admin/affiliates/[id]/tree",
  "/admin/affiliates/export",
  "/affiliate/dashboard",
  "/affiliate/identity",
  "/affiliate/links/[id]/qr",
  "/affiliate/payout-method",
  "/affiliate/payouts/[id]/document",
  "/affiliate/payouts/summary",
  "/affiliate/profile",
  "/affiliate/statement",
  "/affiliate/tax-form",
  "/affiliate/tax-profile",
  "/store/affiliate/program",
]

const lists = doors.filter(
  ({ method, path }) =>
    method === "GET" && !path.endsWith("]") && !ALONE.includes(path)
)

type Row = Record<string, Json>
type Page = { rows: Row[]; count: number; offset: number; limit: number }

const ask = (door: Door, query: Query | string = {}) => {
  const { ada } = people
  const api = isOf("affiliate")(door) ? ada.api : store.admin
  const path = addressOf(door.path, ada.ids)
  return typeof query === "string"
    ? api.get(`${path}?${query}`)
    : api.get(path, query)
}

/** What a list answers, whatever its rows are called. */
const pageOf = (body: Json): Page => {
  const found = Object.entries(body).filter(([, value]) => Array.isArray(value))
  expect(found).toHaveLength(1)
  return { ...body, rows: found[0][1] }
}

const read = async (door: Door, query: Query | string = {}): Promise<Page> =>
  pageOf(ok(await ask(door, query)))

const idsOf = ({ rows }: Page) => rows.map(({ id }) => id)
const isMoment = (name: string) => /(^|_)at$/.test(name)
/** What of a row stands in it itself, and is not empty. */
const plainFields = (row: Row) =>
  Object.entries(row).filter(
    ([, value]) => value !== null && value !== "" && typeof value !== "object"
  )

test("there are as many lists as ever", () => {
  expect(lists.length).toBeGreaterThanOrEqual(18)
})

describe.each(named(lists))("%s", (_, door) => {
  test("answers rows with count, offset and limit, page by page", async () => {
    const all = await read(door)
    expect(all).toMatchObject({ offset: 0, limit: 20 })
    expect(all.rows.length).toBe(Math.min(all.count, 20))
    expect(all.rows.length).toBeGreaterThan(0)
    const page = await read(door, { limit: 1, offset: 1 })
    expect(page).toMatchObject({ count: all.count, offset: 1, limit: 1 })
    expect(idsOf(page)).toEqual(idsOf(all).slice(1, 2))
    expect(idsOf(await read(door, { offset: 10_000 }))).toEqual([])
  })

  test("refuses what it does not know, and what has no bound", async () => {
    for (const query of [
      "limit=100000",
      "limit=0",
      "limit=ten",
      "offset=-1",
      "order=",
      "order=nonsense",
      "order=affiliate.auth_identity_id",
      `q=${"x".repeat(5000)}`,
      "id[$ilike]=%5C",
      "created_at[$gte]=yesterday",
      "created_at[$nonsense]=2026-01-01",
      "nonsense=1",
      "affiliate.parent.name=Ada",
      "with_deleted=true",
    ]) {
      const { status, body } = await ask(door, query)
      expect({ query, status, body }).toEqual({
        query,
        status: 400,
        body: { type: "invalid_data", message: expect.any(String) },
      })
    }
  })

  test("comes in the order asked for, both ways", async () => {
    const up = idsOf(await read(door, { order: "id", limit: 50 }))
    expect(up).toEqual([...up].sort())
    const down = idsOf(await read(door, { order: "-id", limit: 50 }))
    expect(down).toEqual([...up].reverse())
    for (const order of ["created_at", "-created_at"])
      expect(idsOf(await read(door, { order, limit: 50 })).sort()).toEqual(up)
  })

  test("has of each row the fields asked for", async () => {
    const [row] = (await read(door)).rows
    const [bare] = (await read(door, { fields: "id" })).rows
    expect(bare.id).toBe(row.id)
    expect(Object.keys(bare).length).toBeLessThan(Object.keys(row).length)
    const fields = plainFields(row)
    for (const half of [0, 1]) {
      const some = fields.filter((_, index) => index % 2 === half)
      const names = some.map(([name]) => name)
      const [asked] = (await read(door, { fields: names.join() })).rows
      expect(asked).toMatchObject(Object.fromEntries(some))
    }
    const [less] = (await read(door, { fields: "-created_at,-id" })).rows
    expect(less).not.toHaveProperty("created_at")
  })

  test("has no secrets, whatever fields are asked for", async () => {
    for (const fields of [
      "*",
      "*affiliate",
      "affiliate.auth_identity_id,auth_identity_id,token_hash,destination",
      "+raw_amount,+affiliate.payout_method,+deleted_at",
    ]) {
      const { rows } = await read(door, { fields })
      expect(JSON.stringify(rows)).not.toMatch(
        /"(raw_\w+|auth_identity_id|token_hash|destination|details|deleted_at)"/
      )
    }
  })

  test("is searched by words", async () => {
    const { rows } = await read(door)
    const finds = async (q: string) =>
      idsOf(await read(door, { q })).includes(rows[0].id)
    const fields = plainFields(rows[0])
    const isId = ([name]: [string, unknown]) => name.endsWith("id")
    const words = [
      ...Object.values(rows[0]).flatMap((value) => value?.name ?? []),
      ...fields.filter((field) => !isId(field)).map(([, value]) => value),
      ...fields.filter(isId).map(([, value]) => value),
    ].map(String)
    let found: string | undefined
    for (const word of words) if (!found && (await finds(word))) found = word
    expect(found).toBeDefined()
    expect(await read(door, { q: "no such words" })).toMatchObject({
      count: 0,
      rows: [],
    })
  })

  test("is filtered by time, with operators", async () => {
    const { count } = await read(door)
    const countOf = async (query: Query) => (await read(door, query)).count
    const long = "2000-01-01T00:00:00Z"
    const soon = "2999-01-01T00:00:00Z"
    expect(await countOf({ "created_at[$gte]": long })).toBe(count)
    expect(await countOf({ "created_at[$lt]": soon })).toBe(count)
    expect(await countOf({ "created_at[$gt]": soon })).toBe(0)
    expect(await countOf({ "created_at[$lte]": long })).toBe(0)
    expect(
      await countOf({ "created_at[$gte]": long, "created_at[$lt]": long })
    ).toBe(0)
  })

  test("is filtered by what its rows have, with operators, or refuses to", async () => {
    const [row] = (await read(door)).rows
    const taken: string[] = []
    for (const [name, value] of plainFields(row)) {
      if (isMoment(name)) continue
      const one = await ask(door, { [name]: String(value), limit: 50 })
      if (one.status === 400) {
        expect(one.body.message).toContain(`'${name}'`)
        continue
      }
      taken.push(name)
      const found = idsOf(pageOf(one.body))
      expect({ name, found }).toEqual({
        name,
        found: expect.arrayContaining([row.id]),
      })
      if (typeof value === "boolean") continue
      const among = await read(door, {
        [`${name}[$in]`]: [String(value)],
        limit: 50,
      })
      expect({ name, ids: idsOf(among) }).toEqual({ name, ids: found })
      const others = await read(door, { [`${name}[$ne]`]: String(value) })
      expect({ name, ids: idsOf(others) }).toEqual({
        name,
        ids: expect.not.arrayContaining([row.id]),
      })
    }
    expect(taken).toContain("id")
  })
})
