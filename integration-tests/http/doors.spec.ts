import { createApi, ok, useStore, type Api } from "../harness"
import { newLogin, uniqueEmail } from "../harness/affiliates"
import { makeAffiliate, WITH_ENCRYPTION } from "../support/affiliates"
import { BODIES, type Body } from "../support/bodies"
import { doors, isOf, named, routeFiles, type Door } from "../support/doors"
import {
  addressOf,
  furnish,
  tidyUp,
  type OneOfEach,
  type Owner,
} from "../support/one-of-each"
import { WITHOUT_SCHEDULE } from "../support/servers"
import { expectNothingChanged } from "../support/unchanged"

/** Who gets through a door, and with what; every door there is, by its file. */

// Before the store is there, so that it runs before the store shuts down.
afterAll(() => tidyUp(people))
const store = useStore({ env: { ...WITH_ENCRYPTION, ...WITHOUT_SCHEDULE } })

let people: OneOfEach
/** Somebody with a login who is no affiliate yet. */
let newcomer: Api
beforeAll(async () => {
  people = await furnish(store)
  newcomer = await newLogin(store, uniqueEmail())
})

const REGISTER = "/affiliate/register"

/** Goes through a door as somebody, with a body where it takes one. */
const knock = (
  api: Api,
  { method, path }: Door,
  body: unknown = {},
  { ids }: Owner = people.ada
) => {
  const address = addressOf(path, ids)
  return method === "GET"
    ? api.get(address)
    : method === "POST"
      ? api.post(address, body)
      : api.delete(address)
}

/** Whoever a door is for. */
const guestOf = (door: Door): Api =>
  door.path === REGISTER
    ? newcomer
    : isOf("admin")(door)
      ? store.admin
      : isOf("affiliate")(door)
        ? people.ada.api
        : people.customer.api

const refusal = { message: expect.any(String) }
const badRequest = {
  status: 400,
  body: { type: expect.any(String), message: expect.any(String) },
}

const guarded = doors.filter(
  (door) => isOf("admin")(door) || isOf("affiliate")(door)
)
const writing = doors.filter(({ method }) => method === "POST")

test("routes read, write and delete, and nothing else", () => {
  expect(
    routeFiles.filter(({ exports }) =>
      exports.some((name) => !["GET", "POST", "DELETE"].includes(name))
    )
  ).toEqual([])
})

test.each(named(guarded))(
  "%s lets in nobody else, without or with a token",
  async (_, door) => {
    const { ada, customer } = people
    const strangers = isOf("admin")(door)
      ? [store.api, ada.api, customer.api, store.shop.storefront]
      : [store.api, store.admin, customer.api, store.shop.storefront]
    for (const stranger of strangers)
      expect(await knock(stranger, door)).toMatchObject({
        status: 401,
        body: refusal,
      })
    const forged = createApi(store.baseUrl, { authorization: "Bearer a.b.c" })
    expect((await knock(forged, door)).status).toBe(401)
  }
)

test("every route that writes says here what it takes", () => {
  expect(Object.keys(BODIES).sort()).toEqual(
    writing.map(({ path }) => path).sort()
  )
})

/** What nobody sets by themselves. */
const EXTRAS = [
  "surprise",
  "id",
  "metadata",
  "created_at",
  "deleted_at",
  "status",
  "status_reason",
  "approved_at",
  "affiliate_id",
  "auth_identity_id",
  "commission_percent",
  "customer_id",
  "email",
  "identity_status",
  "parent_id",
  "program_id",
  "tier_id",
  "balances",
  "requested_by",
  "amount",
  "raw_amount",
  "constructor",
]

/** What of a body is a provider's, a form's or a file's to say. */
const OPEN = ["details", "answers"]

/** The body with one thing more in each object in it, once for each. */
const withSurprises = (body: Body): Body[] =>
  Object.entries(body).flatMap(([key, value]) =>
    OPEN.includes(key) && !Array.isArray(value)
      ? []
      : surprised(value).map((inner) => ({ ...body, [key]: inner }))
  )
const surprised = (value: unknown): unknown[] =>
  Array.isArray(value)
    ? value.flatMap((one, index) =>
        surprised(one).map((inner) => value.with(index, inner))
      )
    : value !== null && typeof value === "object"
      ? [{ ...value, surprise: 1 }, ...withSurprises(value as Body)]
      : []

describe.each(named(writing))("%s", (_, door) => {
  const bodies = () => BODIES[door.path](people)

  test("refuses every field that it does not know, and changes nothing", async () => {
    await expectNothingChanged(store, async () => {
      for (const body of bodies()) {
        const known = new Set(bodies().flatMap(Object.keys))
        const extras = EXTRAS.filter((extra) => !known.has(extra))
        const tries: [string, Body][] = [
          ...extras.map((extra): [string, Body] => [
            extra,
            { ...body, [extra]: "aff_1" },
          ]),
          ...withSurprises(body).map((more): [string, Body] => [
            "surprise",
            more,
          ]),
        ]
        for (const [extra, more] of tries) {
          const { status, body: answer } = await knock(
            guestOf(door),
            door,
            more
          )
          expect({ more, status, answer }).toEqual({
            more,
            status: 400,
            answer: {
              type: "invalid_data",
              message: expect.stringContaining(extra),
            },
          })
        }
      }
    })
  })

  test("refuses what is no JSON, and what is no object", async () => {
    await expectNothingChanged(store, async () => {
      const { headers } = guestOf(door)
      for (const body of ["{", '{"a":', "[1]", '"text"', "nul"]) {
        const answer = await fetch(
          new URL(addressOf(door.path, people.ada.ids), store.baseUrl),
          {
            method: "POST",
            headers: { ...headers, "content-type": "application/json" },
            body,
          }
        )
        expect({
          body,
          status: answer.status,
          answer: await answer.json(),
        }).toEqual({ body, status: 400, answer: badRequest.body })
      }
    })
  })

  test("refuses values that its fields cannot have, never with a fault of its own", async () => {
    for (const body of bodies())
      for (const [value, bad] of withBadValues(body)) {
        const { status, body: answer } = await knock(guestOf(door), door, bad)
        const refused = [400, 404].includes(status)
        expect({ value, bad, refused, status, answer }).toEqual({
          value,
          bad,
          refused: true,
          status,
          answer: expect.objectContaining(badRequest.body),
        })
      }
  })
})

const LONG = "x".repeat(60_000)
/** Values that no field of a kind takes; text fields of a page or more take long ones. */
const badValuesOf = (value: unknown): unknown[] =>
  typeof value === "string"
    ? ["a\u0000b", {}, []]
    : typeof value === "number"
      ? [1e308, 0.123456789, "1", {}]
      : typeof value === "boolean"
        ? ["yes", 1]
        : []
const PAGES = ["body", "csv", "content"]

const withBadValues = (body: Body): [unknown, Body][] => [
  ...withBadMoney(body).map((money): [unknown, Body] => [
    money,
    { ...body, ...money },
  ]),
  ...Object.entries(body).flatMap(([key, value]) =>
    [
      ...badOnes(value),
      ...(typeof value === "string" && !PAGES.includes(key)
        ? [[LONG, LONG] as [unknown, unknown]]
        : []),
    ].map(([bad, inner]): [unknown, Body] => [bad, { ...body, [key]: inner }])
  ),
]
/** A currency that no store has, and more decimals than one has. */
const withBadMoney = (body: Body): Body[] => {
  const amount = ["amount", "threshold"].find((key) => key in body)
  return "currency_code" in body && amount
    ? [
        { currency_code: "zzz" },
        { currency_code: "", [amount]: 1 },
        { currency_code: "jpy", [amount]: 1.5 },
        { currency_code: "usd", [amount]: 1.005 },
        { currency_code: "kwd", [amount]: 1.0005 },
      ]
    : []
}
const badOnes = (value: unknown): [unknown, unknown][] =>
  Array.isArray(value)
    ? [
        ["a text", "a text"],
        ...value.flatMap((one, index) =>
          badOnes(one).map(([bad, inner]): [unknown, unknown] => [
            bad,
            value.with(index, inner),
          ])
        ),
      ]
    : value !== null && typeof value === "object"
      ? withBadValues(value as Body)
      : badValuesOf(value).map((bad): [unknown, unknown] => [bad, bad])

describe("another affiliate's", () => {
  const theirs = doors.filter(
    (door) => isOf("affiliate")(door) && door.path.includes("[")
  )

  test.each(named(theirs.filter(({ path }) => !path.includes("[version]"))))(
    "%s is not there",
    async (_, door) => {
      const { ada, bob } = people
      const answer = await expectNothingChanged(store, () =>
        knock(ada.api, door, {}, bob)
      )
      expect(answer).toMatchObject({
        status: 404,
        body: { type: "not_found", message: expect.any(String) },
      })
    }
  )

  test("things are all theirs, so that the above shows something", async () => {
    const { bob } = people
    for (const door of theirs.filter(({ method }) => method === "GET"))
      ok(await knock(bob.api, door, {}, bob))
  })

  test.each([
    "/admin/affiliates/[id]/contracts/[contract_id]",
    "/admin/affiliates/[id]/codes/[code]",
  ])("%s is not there under somebody else", async (path) => {
    const { ada, bob } = people
    const mixed = { ...bob, ids: { ...bob.ids, affiliates: ada.id } }
    for (const door of doors.filter((one) => one.path === path))
      expect(
        await expectNothingChanged(store, () =>
          knock(store.admin, door, {}, mixed)
        )
      ).toMatchObject({ status: 404, body: { type: "not_found" } })
  })

  test("rows are in no list, whatever is asked for", async () => {
    const { ada, bob } = people
    for (const path of ["/affiliate/commissions", "/affiliate/payouts"]) {
      const list = path.split("/").at(-1)!
      const own = ok(await bob.api.get(path, { limit: 100 }))[list]
      expect(own.length).toBeGreaterThan(0)
      for (const { id } of own)
        expect(ok(await ada.api.get(path, { id })).count).toBe(0)
      expect((await ada.api.get(path, { affiliate_id: bob.id })).status).toBe(
        400
      )
    }
  })
})

describe("the token of an affiliate who is", () => {
  const own = doors.filter(
    (door) => isOf("affiliate")(door) && door.path !== REGISTER
  )

  test.each([
    ["deleted", (path: string) => store.admin.delete(path)],
    [
      "erased",
      (path: string) => store.admin.post(`${path}/erase`, { reason: "Asked" }),
    ],
  ])("%s opens nothing any more", async (_, go) => {
    const { program_id } = people
    const gone = await makeAffiliate(store, { name: "Gone Soon", program_id })
    ok(await gone.api.get("/affiliate/profile"))
    ok(await go(`/admin/affiliates/${gone.id}`))
    await expectNothingChanged(store, async () => {
      for (const door of own)
        expect(
          await knock(gone.api, door, BODIES[door.path]?.(people)[0])
        ).toMatchObject({ status: 401, body: { type: "unauthorized" } })
    })
  })
})
