import {
  buy,
  eventually,
  ok,
  recordEvents,
  signUp,
  useStore,
  type EventRecord,
} from "../harness"
import {
  createAffiliate,
  fieldNames,
  logIn,
  newLogin,
  promotionStatus,
  register,
  unique,
  uniqueEmail,
} from "../support/people"
import { addProgram } from "../support/programs"
import { expectNothingChanged } from "../support/unchanged"
import { readVerdict } from "../support/verdicts"

const store = useStore()

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

const act = (id: string, action: string, body = {}) =>
  store.admin.post(`/admin/affiliates/${id}/${action}`, body)

const detail = async (id: string) =>
  ok(await store.admin.get(`/admin/affiliates/${id}`)).affiliate

const update = (id: string, body: object) =>
  store.admin.post(`/admin/affiliates/${id}`, body)

const payloadsOf = (name: string, id: string) =>
  heard.events
    .filter(
      (event) => event.name === name && (event.data as { id: string }).id === id
    )
    .map((event) => event.data)

/** A tier of a program of its own. */
async function foreignTier(): Promise<{ program_id: string; id: string }> {
  const program_id = await addProgram(store)
  const body = { program_id, name: "Foreign" }
  return ok(await store.admin.post("/admin/affiliate-tiers", body))
    .affiliate_tier
}

describe("an affiliate made by the merchant", () => {
  test("is approved at once, in the default program, and told about", async () => {
    const affiliate = await createAffiliate(store, { name: "Grace Hopper" })

    expect(affiliate).toMatchObject({
      name: "Grace Hopper",
      status: "approved",
      program: { id: "affprog_default", name: "Default program" },
      tier: null,
      parent: null,
      children_count: 0,
      balances: [],
      milestones: [],
      payout_method: null,
    })
    await eventually(() =>
      expect(payloadsOf("affiliate.approved", affiliate.id)).toEqual([
        { id: affiliate.id },
      ])
    )
    expect(payloadsOf("affiliate.applied", affiliate.id)).toEqual([])
  })

  test("stands where the merchant put it", async () => {
    const parent = await createAffiliate(store)
    const customer = await signUp(store.shop, uniqueEmail())
    const affiliate = await createAffiliate(store, {
      tier_id: "afftier_reseller",
      parent_id: parent.id,
      customer_id: customer.id,
      commission_percent: 12.3456,
      trailing_months: 6,
      website: "https://example.com/ada",
      country_code: "DE",
    })

    expect(affiliate).toMatchObject({
      tier: { id: "afftier_reseller", name: "Reseller" },
      parent_id: parent.id,
      parent: { id: parent.id, name: parent.name },
      customer_id: customer.id,
      commission_percent: 12.3456,
      trailing_months: 6,
      website: "https://example.com/ada",
      country_code: "de",
    })
    expect(await detail(parent.id)).toMatchObject({ children_count: 1 })
  })

  test("is shown in plain numbers, never with Medusa's raw twins", async () => {
    const { id } = await createAffiliate(store, {
      discount_percent: 12.5,
      commission_percent: 7.5,
    })
    const answers = [
      await detail(id),
      ok(await store.admin.get("/admin/affiliates", { id })),
      ok(
        await store.admin.get(`/admin/affiliates/${id}`, {
          fields: "*codes,*balances",
        })
      ),
    ]

    for (const answer of answers) {
      expect(
        fieldNames(answer).filter((name) => name.startsWith("raw_"))
      ).toEqual([])
    }
    expect(answers[0].commission_percent).toBe(7.5)
    expect(answers[0].codes[0].discount_percent).toBe(12.5)
  })

  test("reaches across to its customer and the promotions of its codes", async () => {
    const customer = await signUp(store.shop, uniqueEmail())
    const { id, codes } = await createAffiliate(store, {
      customer_id: customer.id,
      discount_percent: 10,
    })
    const fields =
      "id,customer.email,codes.promotion.code,codes.promotion.status"
    const { affiliates } = ok(
      await store.admin.get("/admin/affiliates", { id, fields })
    )
    expect(affiliates).toMatchObject([
      {
        customer: { email: customer.email },
        codes: [{ promotion: { code: codes[0].code, status: "active" } }],
      },
    ])
  })

  test("needs an administrator", async () => {
    expect((await store.api.get("/admin/affiliates")).status).toBe(401)
    const refused = await store.api.post("/admin/affiliates", {
      name: "A",
      email: uniqueEmail(),
    })
    expect(refused.status).toBe(401)
  })
})

describe("a wrong affiliate is refused and changes nothing", () => {
  const good = () => ({ name: "Ada", email: uniqueEmail() })
  const cases: [what: string, body: object, message: RegExp][] = [
    ["no name", { name: undefined }, /'name'/],
    ["an empty name", { name: "  " }, /'name'/],
    ["a name of two lines", { name: "Ada\nLovelace" }, /'name'/],
    ["a name of 201 letters", { name: "a".repeat(201) }, /'name'/],
    ["no e-mail", { email: undefined }, /'email'/],
    ["a wrong e-mail", { email: "ada at example" }, /'email'/],
    ["an unknown field", { nickname: "Ada" }, /nickname/],
    ["a discount of 0", { discount_percent: 0 }, /'discount_percent'/],
    ["a negative discount", { discount_percent: -10 }, /'discount_percent'/],
    ["a discount over 100", { discount_percent: 100.5 }, /'discount_percent'/],
    [
      "a discount of five decimals",
      { discount_percent: 1.23456 },
      /'discount_percent'/,
    ],
    ["a discount in words", { discount_percent: "10" }, /'discount_percent'/],
    [
      "a negative percentage",
      { commission_percent: -1 },
      /'commission_percent'/,
    ],
    [
      "a percentage over 100",
      { commission_percent: 101 },
      /'commission_percent'/,
    ],
    [
      "a percentage of five decimals",
      { commission_percent: 0.00001 },
      /'commission_percent'/,
    ],
    ["negative trailing months", { trailing_months: -1 }, /'trailing_months'/],
    ["half a trailing month", { trailing_months: 1.5 }, /'trailing_months'/],
    ["a website that runs", { website: "javascript:alert(1)" }, /'website'/],
    ["a country that is none", { country_code: "GER" }, /'country_code'/],
    ["an unknown program", { program_id: "affprog_no" }, /'program_id'/],
    ["an unknown tier", { tier_id: "afftier_no" }, /'tier_id'/],
    ["an unknown parent", { parent_id: "aff_no" }, /'parent_id'/],
    ["an unknown customer", { customer_id: "cus_no" }, /'customer_id'/],
    ["a status", { status: "pending" }, /status/],
  ]

  test.each(cases)("%s", async (_what, body, message) => {
    const refused = await expectNothingChanged(store, () =>
      store.admin.post("/admin/affiliates", { ...good(), ...body })
    )
    expect(refused.status).toBe(400)
    expect(refused.body.type).toBe("invalid_data")
    expect(refused.body.message).toMatch(message)
  })

  test("a tier of another program", async () => {
    const tier = await foreignTier()
    const refused = await expectNothingChanged(store, () =>
      store.admin.post("/admin/affiliates", { ...good(), tier_id: tier.id })
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/another program/) },
    })
  })

  test("a parent in another program", async () => {
    const parent = await createAffiliate(store, {
      program_id: await addProgram(store),
    })
    const refused = await expectNothingChanged(store, () =>
      store.admin.post("/admin/affiliates", { ...good(), parent_id: parent.id })
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/another program/) },
    })
  })

  test("an e-mail that the program has already, in any letter case", async () => {
    const { email } = await createAffiliate(store)
    const refused = await expectNothingChanged(store, () =>
      store.admin.post("/admin/affiliates", {
        ...good(),
        email: email.toUpperCase(),
      })
    )
    expect(refused).toMatchObject({
      status: 422,
      body: { type: "duplicate_error" },
    })
    expect(refused.body.message).toContain(email.toUpperCase())

    const elsewhere = { email, program_id: await addProgram(store) }
    expect((await createAffiliate(store, elsewhere)).email).toBe(email)
  })

  test("a customer who already is an affiliate of the program", async () => {
    const customer = await signUp(store.shop, uniqueEmail())
    await createAffiliate(store, { customer_id: customer.id })
    const refused = await expectNothingChanged(store, () =>
      store.admin.post("/admin/affiliates", {
        ...good(),
        customer_id: customer.id,
      })
    )
    expect(refused).toMatchObject({
      status: 422,
      body: { type: "duplicate_error" },
    })

    const elsewhere = {
      customer_id: customer.id,
      program_id: await addProgram(store),
    }
    expect((await createAffiliate(store, elsewhere)).status).toBe("approved")
  })

  test("the same e-mail ten times at once makes one affiliate", async () => {
    const email = uniqueEmail()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        store.admin.post("/admin/affiliates", { name: "A", email })
      )
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 422)])
  })
})

describe("an update", () => {
  test("changes what it names and keeps the rest; null takes it off", async () => {
    const { id, email } = await createAffiliate(store, {
      tier_id: "afftier_affiliate",
      commission_percent: 10,
      website: "https://example.com",
    })
    ok(
      await update(id, {
        name: "Ada King",
        tier_id: null,
        commission_percent: null,
      })
    )

    expect(await detail(id)).toMatchObject({
      name: "Ada King",
      email,
      tier: null,
      commission_percent: null,
      website: "https://example.com",
    })
  })

  test("of the e-mail lets the old one be used again, in the new one's place", async () => {
    const affiliate = await createAffiliate(store)
    const email = uniqueEmail()
    ok(await update(affiliate.id, { email }))

    expect(
      (await createAffiliate(store, { email: affiliate.email })).email
    ).toBe(affiliate.email)
    const refused = await store.admin.post("/admin/affiliates", {
      name: "B",
      email,
    })
    expect(refused.status).toBe(422)
  })

  test.each([
    ["an unknown field", { codes: [] }, 400],
    ["an empty name", { name: "" }, 400],
    ["no name", { name: null }, 400],
    ["no program", { program_id: null }, 400],
    ["a percentage over 100", { commission_percent: 1000 }, 400],
    ["an unknown tier", { tier_id: "afftier_no" }, 400],
    ["an unknown customer", { customer_id: "cus_no" }, 400],
  ])("with %s is refused and changes nothing", async (_what, body, status) => {
    const { id } = await createAffiliate(store)
    const refused = await expectNothingChanged(store, () => update(id, body))
    expect(refused.status).toBe(status)
  })

  test("of an affiliate that is not there answers 404", async () => {
    expect((await update("aff_no", { name: "Nobody" })).status).toBe(404)
    expect((await store.admin.get("/admin/affiliates/aff_no")).status).toBe(404)
  })

  test("into another program takes tier and parent with it, or is refused", async () => {
    const tier = await foreignTier()
    const parent = await createAffiliate(store)
    const { id } = await createAffiliate(store, {
      tier_id: "afftier_affiliate",
      parent_id: parent.id,
    })
    const { program_id } = tier

    for (const body of [{ program_id }, { program_id, tier_id: tier.id }]) {
      const refused = await expectNothingChanged(store, () => update(id, body))
      expect(refused.status).toBe(400)
    }
    const leaving = await expectNothingChanged(store, () =>
      update(parent.id, { program_id })
    )
    expect(leaving).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })

    ok(await update(id, { program_id, tier_id: tier.id, parent_id: null }))
    expect(await detail(id)).toMatchObject({
      program: { id: program_id },
      tier: { id: tier.id },
    })
  })
})

describe("parents are a tree", () => {
  test("nobody is their own parent, nor a parent of who is above them", async () => {
    const a = await createAffiliate(store)
    const b = await createAffiliate(store, { parent_id: a.id })
    const c = await createAffiliate(store, { parent_id: b.id })

    for (const [id, parent_id] of [
      [a.id, a.id],
      [a.id, b.id],
      [a.id, c.id],
    ]) {
      const refused = await expectNothingChanged(store, () =>
        update(id, { parent_id })
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { message: expect.stringMatching(/'parent_id'/) },
      })
    }
    ok(await update(c.id, { parent_id: a.id }))
  })

  test("two updates at once that together would make a cycle: one is refused", async () => {
    for (let round = 0; round < 8; round++) {
      const [a, b] = [
        await createAffiliate(store),
        await createAffiliate(store),
      ]
      const answers = await Promise.all([
        update(a.id, { parent_id: b.id }),
        update(b.id, { parent_id: a.id }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    }
  })

  test("a chain may be 100 long, and no longer, from whichever end it grows", async () => {
    const top = await createAffiliate(store)
    const { sql } = store.database
    // 98 more below the first one, as the update route would have put them there.
    const prefix = unique("aff_chain_")
    await sql(
      `INSERT INTO affiliate (id, name, email, email_normalized, status, program_id, parent_id)
       SELECT $1 || n, 'Chain ' || n, $1 || n || '@example.com', $1 || n || '@example.com', 'approved',
              'affprog_default', CASE WHEN n = 1 THEN $2 ELSE $1 || (n - 1) END
         FROM generate_series(1, 98) n`,
      [prefix, top.id]
    )
    const last = await createAffiliate(store, { parent_id: `${prefix}98` })
    const below = { name: "Too deep", email: uniqueEmail(), parent_id: last.id }
    const tooDeep = await expectNothingChanged(store, () =>
      store.admin.post("/admin/affiliates", below)
    )
    expect(tooDeep).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/100 levels/) },
    })

    const above = await createAffiliate(store)
    const tooHigh = await expectNothingChanged(store, () =>
      update(top.id, { parent_id: above.id })
    )
    expect(tooHigh).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/100 levels/) },
    })
    expect((await update(top.id, { parent_id: last.id })).status).toBe(400)
  })
})

describe("a status", () => {
  type Action = "approve" | "reject" | "suspend" | "reinstate"
  const ALLOWED: Record<string, Partial<Record<Action, string>>> = {
    pending: { approve: "approved", reject: "rejected" },
    approved: { suspend: "suspended" },
    rejected: { approve: "approved" },
    suspended: { reinstate: "approved" },
  }
  const WAY: Record<string, Action[]> = {
    pending: [],
    approved: ["approve"],
    rejected: ["reject"],
    suspended: ["approve", "suspend"],
  }
  const REFUSED = "nothing else"
  const cases = Object.keys(ALLOWED).flatMap((status) =>
    (["approve", "reject", "suspend", "reinstate"] as Action[]).map(
      (action): [string, Action, string] => [
        status,
        action,
        ALLOWED[status][action] ?? REFUSED,
      ]
    )
  )

  test.each(cases)(
    "of an affiliate who is %s: %s makes it %s",
    async (status, action, next) => {
      const { id } = await register(store)
      for (const step of WAY[status]) ok(await act(id, step))
      expect((await detail(id)).status).toBe(status)

      if (next !== REFUSED) {
        ok(await act(id, action))
        expect((await detail(id)).status).toBe(next)
      } else {
        const refused = await expectNothingChanged(store, () => act(id, action))
        expect(refused).toMatchObject({
          status: 400,
          body: { type: "not_allowed" },
        })
        expect(refused.body.message).toContain(status)
      }
    }
  )

  test("changes once when it is changed twenty times at once", async () => {
    const { id } = await register(store)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => act(id, "approve"))
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(19)
    expect((await detail(id)).status_history).toHaveLength(2)
  })

  test("keeps the moment of every change, by one clock, and the reason of the last", async () => {
    const { id } = await register(store)
    ok(await act(id, "reject", { reason: "No audience yet" }))
    expect(await detail(id)).toMatchObject({
      status_reason: "No audience yet",
      approved_at: null,
    })
    const { affiliate: approved } = ok(await act(id, "approve"))
    const { affiliate: suspended } = ok(
      await act(id, "suspend", { reason: "Spam" })
    )
    const { affiliate: reinstated } = ok(await act(id, "reinstate"))

    const history: { status: string; at: string }[] = reinstated.status_history
    expect(history.map(({ status }) => status)).toEqual([
      "pending",
      "rejected",
      "approved",
      "suspended",
      "approved",
    ])
    const times = history.map(({ at }) => at)
    expect([...times].sort()).toEqual(times)
    expect(approved).toMatchObject({
      approved_at: times[2],
      status_reason: null,
    })
    expect(suspended).toMatchObject({
      suspended_at: times[3],
      status_reason: "Spam",
    })
    expect(reinstated).toMatchObject({
      approved_at: times[2],
      suspended_at: null,
      status_reason: null,
    })
  })

  test("is told about, with the reason where one was given", async () => {
    const { id } = await register(store)
    ok(await act(id, "reject", { reason: "No" }))
    ok(await act(id, "approve"))
    ok(await act(id, "suspend", { reason: "Spam" }))
    ok(await act(id, "reinstate"))

    await eventually(() => {
      expect(payloadsOf("affiliate.applied", id)).toEqual([{ id }])
      expect(payloadsOf("affiliate.rejected", id)).toEqual([
        { id, reason: "No" },
      ])
      expect(payloadsOf("affiliate.approved", id)).toEqual([{ id }])
      expect(payloadsOf("affiliate.suspended", id)).toEqual([
        { id, reason: "Spam" },
      ])
      expect(payloadsOf("affiliate.reinstated", id)).toEqual([{ id }])
    })
  })

  test("that is not changed is not told about", async () => {
    const { id } = await createAffiliate(store)
    expect((await act(id, "reinstate")).status).toBe(400)
    expect((await act(id, "reject", { reasons: "x" })).status).toBe(400)
    expect((await act("aff_no", "approve")).status).toBe(404)
    expect(payloadsOf("affiliate.reinstated", id)).toEqual([])
  })

  test("switches the discounts of all its codes, and only those", async () => {
    const affiliate = await createAffiliate(store, { discount_percent: 10 })
    ok(
      await act(affiliate.id, "codes", {
        code: unique("TWO"),
        discount_percent: 5,
      })
    )
    const other = await createAffiliate(store, { discount_percent: 10 })
    const promotions = async () => {
      const { codes } = await detail(affiliate.id)
      const ids: string[] = codes.map(
        (code: { promotion_id: string }) => code.promotion_id
      )
      return Promise.all(ids.map((id) => promotionStatus(store, id)))
    }

    expect(await promotions()).toEqual(["active", "active"])
    ok(await act(affiliate.id, "suspend"))
    expect(await promotions()).toEqual(["inactive", "inactive"])
    expect(await promotionStatus(store, other.codes[0].promotion_id)).toBe(
      "active"
    )
    ok(await act(affiliate.id, "reinstate"))
    expect(await promotions()).toEqual(["active", "active"])
  })

  test("can be changed after the merchant deleted the promotion of a code", async () => {
    const { id, codes } = await createAffiliate(store, { discount_percent: 10 })
    ok(await store.admin.delete(`/admin/promotions/${codes[0].promotion_id}`))
    expect(ok(await act(id, "suspend")).affiliate.status).toBe("suspended")
  })
})

describe("the list", () => {
  test("finds affiliates by name, e-mail and code, each once", async () => {
    const word = unique("Zaphod")
    const byName = await createAffiliate(store, { name: `${word} Beeblebrox` })
    const byEmail = await createAffiliate(store, {
      email: `${word}@example.com`,
    })
    const byCode = await createAffiliate(store, { code: `X-${word}-1` })
    ok(await act(byCode.id, "codes", { code: `X-${word}-2` }))

    const found = ok(
      await store.admin.get("/admin/affiliates", { q: word.toLowerCase() })
    )
    expect(found.count).toBe(3)
    const ids = found.affiliates.map(({ id }: { id: string }) => id).sort()
    expect(ids).toEqual([byName.id, byEmail.id, byCode.id].sort())
  })

  test("filters by status, program, tier, parent, customer, promotion and time", async () => {
    const program_id = await addProgram(store)
    const tier = ok(
      await store.admin.post("/admin/affiliate-tiers", {
        program_id,
        name: "T",
      })
    ).affiliate_tier
    const parent = await createAffiliate(store, { program_id })
    const customer = await signUp(store.shop, uniqueEmail())
    const one = await createAffiliate(store, {
      program_id,
      tier_id: tier.id,
      parent_id: parent.id,
      customer_id: customer.id,
      discount_percent: 10,
    })
    ok(await act(one.id, "suspend"))
    const created = new Date((await detail(one.id)).created_at)
    const before = new Date(created.getTime() - 1).toISOString()

    const queries: Record<string, string>[] = [
      { program_id, status: "suspended" },
      { program_id, "status[]": "suspended" },
      { tier_id: tier.id },
      { parent_id: parent.id },
      { customer_id: customer.id },
      { promotion_id: one.codes[0].promotion_id as string },
      {
        program_id,
        "created_at[$gt]": before,
        "created_at[$lte]": created.toISOString(),
      },
    ]
    for (const query of queries) {
      const { affiliates, count } = ok(
        await store.admin.get("/admin/affiliates", query)
      )
      expect({
        query,
        ids: affiliates.map(({ id }: { id: string }) => id),
      }).toEqual({
        query,
        ids: [one.id],
      })
      expect(count).toBe(1)
    }
    const none = { program_id, status: "rejected" }
    expect(ok(await store.admin.get("/admin/affiliates", none)).count).toBe(0)
  })

  test("sorts and pages", async () => {
    const program_id = await addProgram(store)
    for (const name of ["Bea", "Ada", "Cleo"])
      await createAffiliate(store, { program_id, name })
    const query = { program_id, order: "-name", limit: 2, offset: 1 }
    const page = ok(await store.admin.get("/admin/affiliates", query))

    expect(page).toMatchObject({ count: 3, limit: 2, offset: 1 })
    expect(page.affiliates.map(({ name }: { name: string }) => name)).toEqual([
      "Bea",
      "Ada",
    ])
  })

  test.each([
    ["an unknown parameter", { nickname: "Ada" }],
    ["a limit beyond 1000", { limit: 1001 }],
    ["a negative offset", { offset: -1 }],
    ["an order that is no field", { order: "nickname" }],
    ["a status that is none", { status: "asleep" }],
    ["a time that is none", { "created_at[$gte]": "yesterday" }],
    ["a character that no text has", { q: "\u0000" }],
  ])("refuses %s", async (_what, query) => {
    expect((await store.admin.get("/admin/affiliates", query)).status).toBe(400)
  })
})

describe("deleting", () => {
  test("takes codes, promotions and the login of somebody who never earned", async () => {
    const applicant = await register(store, { code: unique("GONE") })
    const { id, email } = applicant
    ok(await act(id, "codes", { code: unique("DISC"), discount_percent: 10 }))
    const { codes } = await detail(id)
    const login = await logIn(store, email)

    expect(ok(await store.admin.delete(`/admin/affiliates/${id}`))).toEqual({
      id,
      object: "affiliate",
      deleted: true,
    })
    expect((await store.admin.get(`/admin/affiliates/${id}`)).status).toBe(404)
    for (const { promotion_id } of codes) {
      if (promotion_id)
        expect(await promotionStatus(store, promotion_id)).toBeUndefined()
    }
    expect((await login.get("/affiliate/profile")).status).toBe(401)

    // Code, e-mail and login are free again.
    const again = ok(
      await (
        await logIn(store, email)
      ).post("/affiliate/register", {
        name: "Again",
        email,
        code: codes[0].code,
        agreement_version: "1",
      })
    )
    expect(again.affiliate.codes[0].code).toBe(codes[0].code)
  })

  test("is refused for somebody who was credited with an order", async () => {
    const { id, codes } = await createAffiliate(store, { discount_percent: 10 })
    const order = await buy(store.shop, {
      items: [{ ware: store.shop.mug }],
      code: codes[0].code,
    })
    await eventually(async () => {
      expect((await readVerdict(store, order.id)).affiliate_id).toBe(id)
    })

    const refused = await expectNothingChanged(store, () =>
      store.admin.delete(`/admin/affiliates/${id}`)
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
    expect(refused.body.message).toMatch(/suspend/)
  })

  test("is refused while others have it as their parent", async () => {
    const parent = await createAffiliate(store)
    await createAffiliate(store, { parent_id: parent.id })
    const refused = await expectNothingChanged(store, () =>
      store.admin.delete(`/admin/affiliates/${parent.id}`)
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
  })

  test("of somebody who is not there answers 404", async () => {
    expect((await store.admin.delete("/admin/affiliates/aff_no")).status).toBe(
      404
    )
  })
})

test("a login that registers after its affiliate was deleted is an affiliate again", async () => {
  const email = uniqueEmail()
  const login = await newLogin(store, email)
  const body = { name: "Cy", email, agreement_version: "1" }
  const { affiliate } = ok(await login.post("/affiliate/register", body))
  ok(await store.admin.delete(`/admin/affiliates/${affiliate.id}`))

  const anew = ok(await login.post("/affiliate/register", body)).affiliate
  expect(anew.id).not.toBe(affiliate.id)
  const profile = ok(
    await (await logIn(store, email)).get("/affiliate/profile")
  )
  expect(profile.affiliate.id).toBe(anew.id)
})
