import {
  eventually,
  ok,
  recordEvents,
  useStore,
  type EventRecord,
} from "../harness"
import {
  createAffiliate,
  promotionStatus,
  register,
  unique,
  uniqueEmail,
} from "../support/people"
import { expectNothingChanged } from "../support/unchanged"

/** Many applications decided with one request. */
const store = useStore({ seed: false })

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

const review = (body: object) =>
  store.admin.post("/admin/affiliates/batch", body)
const detail = async (id: string) =>
  ok(await store.admin.get(`/admin/affiliates/${id}`)).affiliate

const heardOf = (name: string, id: string) =>
  heard.events.filter(
    (event) => event.name === name && (event.data as { id: string }).id === id
  )

test("many are approved at once, each with its own event", async () => {
  const ids = [await register(store), await register(store)].map(({ id }) => id)
  expect(ok(await review({ ids, action: "approve" }))).toEqual({
    results: ids.map((id) => ({ id, ok: true, status: "approved" })),
    succeeded: 2,
    failed: 0,
  })
  for (const id of ids) {
    expect((await detail(id)).status).toBe("approved")
    await eventually(() =>
      expect(heardOf("affiliate.approved", id)).toHaveLength(1)
    )
  }
})

test("one that cannot be changed is told with its reason and keeps no other from it", async () => {
  const first = await register(store)
  const approved = await createAffiliate(store)
  const last = await register(store)
  const ids = [first.id, approved.id, "aff_nobody", last.id]
  const body = { ids, action: "reject", reason: "Too many" }
  expect(ok(await review(body))).toEqual({
    results: [
      { id: first.id, ok: true, status: "rejected" },
      {
        id: approved.id,
        ok: false,
        error: {
          type: "not_allowed",
          message: expect.stringContaining("is approved"),
        },
      },
      {
        id: "aff_nobody",
        ok: false,
        error: {
          type: "not_found",
          message: expect.stringContaining("aff_nobody"),
        },
      },
      { id: last.id, ok: true, status: "rejected" },
    ],
    succeeded: 2,
    failed: 2,
  })
  expect(await detail(last.id)).toMatchObject({
    status: "rejected",
    status_reason: "Too many",
  })
  expect((await detail(approved.id)).status_history).toHaveLength(1)
})

describe("many who are rejected at once", () => {
  /** In a program that lets them apply again after nine days. */
  const rejectTwo = async (reapply: object) => {
    const program = unique("patient-").toLowerCase()
    ok(
      await store.admin.post("/admin/affiliate-programs", {
        name: program,
        handle: program,
        commission_type: "percentage",
        commission_value: 20,
        reapply_days: 9,
      })
    )
    const ids = [
      await register(store, { program }),
      await register(store, { program }),
    ].map(({ id }) => id)
    ok(await review({ ids, action: "reject", reason: "Full", ...reapply }))
    return Promise.all(ids.map(detail))
  }

  test("may all apply again at the time that is said", async () => {
    const reapply_at = "2031-05-06T07:08:09.000Z"
    for (const affiliate of await rejectTwo({ reapply_at })) {
      expect(affiliate).toMatchObject({ status: "rejected", reapply_at })
    }
  })

  test("may all apply again after the days that are said, or at any time", async () => {
    for (const affiliate of await rejectTwo({ reapply_days: 12 })) {
      const days = (Date.parse(affiliate.reapply_at) - Date.now()) / 86_400_000
      expect(days).toBeGreaterThan(11.9)
      expect(days).toBeLessThan(12.1)
    }
    for (const affiliate of await rejectTwo({ reapply_at: null })) {
      expect(affiliate.reapply_at).toBeNull()
    }
  })
})

test("discounts go off with a suspension, and on again when it is taken back", async () => {
  const some = [
    await createAffiliate(store, { discount_percent: 10 }),
    await createAffiliate(store, { discount_percent: 10 }),
  ]
  const ids = some.map(({ id }) => id)
  const statuses = () =>
    Promise.all(
      some.map(({ codes }) => promotionStatus(store, codes[0].promotion_id))
    )
  ok(await review({ ids, action: "suspend", reason: "Spam" }))
  expect(await statuses()).toEqual(["inactive", "inactive"])
  ok(await review({ ids, action: "reinstate" }))
  expect(await statuses()).toEqual(["active", "active"])
})

test("two who decide the same at the same moment decide once", async () => {
  const { id } = await register(store)
  const answers = await Promise.all([
    review({ ids: [id], action: "approve" }),
    review({ ids: [id], action: "approve" }),
  ])
  const done = answers.map((answer) => ok(answer).succeeded)
  expect(done.sort()).toEqual([0, 1])
  expect((await detail(id)).status_history).toHaveLength(2)
})

test.each<[string, object, RegExp]>([
  ["nobody", { ids: [], action: "approve" }, /ids/],
  ["no ids", { action: "approve" }, /'ids'/],
  ["the same twice", { ids: ["a", "a"], action: "approve" }, /'ids'/],
  [
    "more than 500",
    { ids: Array.from({ length: 501 }, (_, i) => `a${i}`), action: "approve" },
    /ids/,
  ],
  ["an unknown action", { ids: ["a"], action: "delete" }, /action/],
  [
    "two times to apply again",
    {
      ids: ["a"],
      action: "reject",
      reapply_at: "2031-01-01T00:00:00Z",
      reapply_days: 3,
    },
    /one of 'reapply_at' and 'reapply_days'/,
  ],
  [
    "a time to apply again that is none",
    { ids: ["a"], action: "reject", reapply_at: "soon" },
    /reapply_at/,
  ],
  [
    "a time to apply again for who is approved",
    { ids: ["a"], action: "approve", reapply_days: 3 },
    /reject only/,
  ],
  ["an unknown field", { ids: ["a"], action: "approve", force: true }, /force/],
])("a request with %s is refused", async (_what, body, message) => {
  const refused = await expectNothingChanged(store, () => review(body))
  expect(refused.status).toBe(400)
  expect(refused.body.message).toMatch(message)
})

test("is the merchant's alone", async () => {
  const affiliate = await register(store, { email: uniqueEmail() })
  const body = { ids: [affiliate.id], action: "approve" }
  expect((await store.api.post("/admin/affiliates/batch", body)).status).toBe(
    401
  )
})

test("without an e-mail provider an invitation still answers its token, to be sent by hand", async () => {
  const { affiliate_invitation } = ok(
    await store.admin.post("/admin/affiliate-invitations", {
      email: uniqueEmail(),
    })
  )
  expect(affiliate_invitation).toMatchObject({
    token: expect.stringMatching(/^.{43}$/),
    accept_url: null,
    email_status: "none",
    sent_at: null,
    status: "open",
  })
})
