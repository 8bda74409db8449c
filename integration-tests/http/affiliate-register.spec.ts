import {
  eventually,
  ok,
  PASSWORD,
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
  register,
  unique,
  uniqueEmail,
} from "../support/people"
import { addProgram } from "../support/programs"
import { expectNothingChanged } from "../support/unchanged"

const store = useStore()

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

const application = (fields: object = {}) => ({
  name: "Cy",
  email: uniqueEmail(),
  agreement_version: "1",
  ...fields,
})

const detail = async (id: string) =>
  ok(await store.admin.get(`/admin/affiliates/${id}`)).affiliate

const told = (name: string, id: string) =>
  heard.events.filter(
    (event) => event.name === name && (event.data as { id: string }).id === id
  )

const setAutoApprove = (auto_approve: boolean) =>
  store.admin.post("/admin/affiliate-programs/affprog_default", {
    auto_approve,
  })

describe("somebody who registers", () => {
  test("waits for the merchant, and can log in meanwhile", async () => {
    const email = uniqueEmail()
    const login = await newLogin(store, email)
    const answer = await login.post("/affiliate/register", {
      ...application({ email }),
      website: "https://cy.example.com",
      country_code: "US",
      answers: {
        "Where do you publish?": "On my blog",
        topics: ["shirts", "mugs"],
        years: 3,
      },
    })

    expect(answer.status).toBe(201)
    const { affiliate } = answer.body
    expect(affiliate).toMatchObject({
      name: "Cy",
      email,
      status: "pending",
      approved_at: null,
      website: "https://cy.example.com",
      country_code: "us",
      program: { id: "affprog_default" },
      tier: null,
    })
    expect(affiliate.codes).toHaveLength(1)
    expect(await detail(affiliate.id)).toMatchObject({
      answers: {
        "Where do you publish?": "On my blog",
        topics: ["shirts", "mugs"],
        years: 3,
      },
    })
    const profile = ok(
      await (await logIn(store, email)).get("/affiliate/profile")
    ).affiliate
    expect(profile.id).toBe(affiliate.id)
    await eventually(() =>
      expect(told("affiliate.applied", affiliate.id)).toHaveLength(1)
    )
    expect(told("affiliate.approved", affiliate.id)).toHaveLength(0)
  })

  test("is approved at once where the program approves by itself", async () => {
    ok(await setAutoApprove(true))
    const affiliate = await register(store)
    ok(await setAutoApprove(false))

    expect(affiliate.status).toBe("approved")
    const { status_history, approved_at } = await detail(affiliate.id)
    expect(status_history).toEqual([{ status: "approved", at: approved_at }])
    await eventually(() => {
      expect(told("affiliate.applied", affiliate.id)).toHaveLength(1)
      expect(told("affiliate.approved", affiliate.id)).toHaveLength(1)
    })
  })

  test.each([
    ["in words", "2026-11", "2026-11"],
    ["as a number", 3, "3"],
  ])(
    "accepts the agreement, its version %s kept with the time",
    async (_what, version, kept) => {
      const { id } = await register(store, { agreement_version: version })
      const affiliate = await detail(id)
      expect(affiliate.agreement_version).toBe(kept)
      const age =
        Date.now() - new Date(affiliate.agreement_accepted_at).getTime()
      expect(Math.abs(age)).toBeLessThan(60_000)
    }
  )

  test("gets the code they ask for, without a discount", async () => {
    const code = unique("Wish")
    const { codes } = await register(store, { code })
    expect(codes).toMatchObject([{ code, discount_percent: null }])
  })

  test("becomes a child of whoever referred them, in that program", async () => {
    const program_id = await addProgram(store)
    const parent = await createAffiliate(store, {
      program_id,
      code: unique("Ref"),
    })
    const { id } = await register(store, {
      referral_code: parent.codes[0].code.toLowerCase(),
    })
    expect(await detail(id)).toMatchObject({
      parent_id: parent.id,
      program: { id: program_id },
    })
  })

  test("needs a login of their own", async () => {
    const nobody = await expectNothingChanged(store, () =>
      store.api.post("/affiliate/register", application())
    )
    expect(nobody.status).toBe(401)
    const customer = await signUp(store.shop, uniqueEmail())
    const asCustomer = await expectNothingChanged(store, () =>
      store.api.as(customer.token).post("/affiliate/register", application())
    )
    expect(asCustomer.status).toBe(401)
    const asMerchant = await expectNothingChanged(store, () =>
      store.admin.post("/affiliate/register", application())
    )
    expect(asMerchant.status).toBe(401)
  })
})

describe("a registration is refused and changes nothing", () => {
  const cases: [what: string, fields: object, message: RegExp][] = [
    ["without a name", { name: undefined }, /'name'/],
    ["without an e-mail", { email: undefined }, /'email'/],
    ["with a wrong e-mail", { email: "cy" }, /'email'/],
    [
      "without the agreement",
      { agreement_version: undefined },
      /'agreement_version'/,
    ],
    [
      "with an empty agreement",
      { agreement_version: "" },
      /'agreement_version'/,
    ],
    ["with an unknown field", { status: "approved" }, /status/],
    ["with a percentage", { commission_percent: 90 }, /commission_percent/],
    ["with a discount", { discount_percent: 90 }, /discount_percent/],
    ["with a program", { program_id: "affprog_default" }, /program_id/],
    ["with a wrong code", { code: "not a code" }, /'code'/],
    [
      "with an unknown referral code",
      { referral_code: "NOBODY" },
      /'referral_code'/,
    ],
    [
      "with a website that runs",
      { website: "javascript:alert(1)" },
      /'website'/,
    ],
    ["with a country that is none", { country_code: "X" }, /'country_code'/],
    ["with answers that are none", { answers: "yes" }, /'answers'/],
    ["with answers inside answers", { answers: { a: { b: "c" } } }, /answers/],
    [
      "with 51 answers",
      {
        answers: Object.fromEntries(
          Array.from({ length: 51 }, (_, i) => [`q${i}`, "a"])
        ),
      },
      /'answers'/,
    ],
  ]

  test.each(cases)("%s", async (_what, fields, message) => {
    const login = await newLogin(store, uniqueEmail())
    const refused = await expectNothingChanged(store, () =>
      login.post("/affiliate/register", application(fields))
    )
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
    // The login is as good as before.
    expect(
      (await login.post("/affiliate/register", application())).status
    ).toBe(201)
  })

  test("with an e-mail that the program has already", async () => {
    const { email } = await createAffiliate(store)
    const login = await newLogin(store, uniqueEmail())
    const refused = await expectNothingChanged(store, () =>
      login.post(
        "/affiliate/register",
        application({ email: email.toUpperCase() })
      )
    )
    expect(refused).toMatchObject({
      status: 422,
      body: { type: "duplicate_error" },
    })
  })

  test("with a code that is taken, in any letter case", async () => {
    const { codes } = await createAffiliate(store)
    const login = await newLogin(store, uniqueEmail())
    const refused = await expectNothingChanged(store, () =>
      login.post(
        "/affiliate/register",
        application({ code: codes[0].code.toLowerCase() })
      )
    )
    expect(refused).toMatchObject({
      status: 422,
      body: { type: "duplicate_error" },
    })
  })

  test("by a referrer who is suspended", async () => {
    const { id, codes } = await createAffiliate(store)
    ok(await store.admin.post(`/admin/affiliates/${id}/suspend`))
    const login = await newLogin(store, uniqueEmail())
    const refused = await expectNothingChanged(store, () =>
      login.post(
        "/affiliate/register",
        application({ referral_code: codes[0].code })
      )
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/'referral_code'/) },
    })
  })

  test("while the program takes nobody", async () => {
    const login = await newLogin(store, uniqueEmail())
    const program = "/admin/affiliate-programs/affprog_default"
    ok(await store.admin.post(program, { status: "inactive" }))
    const refused = await expectNothingChanged(store, () =>
      login.post("/affiliate/register", application())
    )
    ok(await store.admin.post(program, { status: "active" }))
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
  })

  test("with a login that already is an affiliate's", async () => {
    const email = uniqueEmail()
    const first = await newLogin(store, email)
    ok(await first.post("/affiliate/register", application({ email })))
    const second = await logIn(store, email)

    for (const login of [first, second]) {
      const refused = await expectNothingChanged(store, () =>
        login.post("/affiliate/register", application())
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { type: "not_allowed" },
      })
    }
  })

  test("for all but one of ten registrations at once with one login", async () => {
    const login = await newLogin(store, uniqueEmail())
    const name = unique("Rush ")
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        login.post("/affiliate/register", application({ name }))
      )
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { status } of answers) expect([201, 400, 422]).toContain(status)
    const [{ count }] = await store.database.sql<{ count: string }>(
      `SELECT count(*) FROM affiliate WHERE name = $1`,
      [name]
    )
    expect(count).toBe("1")
  })
})

describe("a customer who applies", () => {
  const apply = (api: { post: typeof store.api.post }, fields: object = {}) =>
    api.post("/store/customers/me/affiliate", {
      name: "Di",
      agreement_version: "1",
      ...fields,
    })

  test("is bound to the customer account, under its e-mail", async () => {
    const customer = await signUp(store.shop, uniqueEmail())
    const answer = await apply(customer.api)

    expect(answer.status).toBe(201)
    expect(answer.body.affiliate).toMatchObject({
      email: customer.email,
      status: "pending",
    })
    const found = ok(
      await store.admin.get("/admin/affiliates", { customer_id: customer.id })
    )
    expect(found.affiliates.map(({ id }: { id: string }) => id)).toEqual([
      answer.body.affiliate.id,
    ])
  })

  test("logs in as an affiliate with the same password, and still as a customer", async () => {
    const customer = await signUp(store.shop, uniqueEmail())
    const { affiliate } = ok(await apply(customer.api))
    const profile = ok(
      await (await logIn(store, customer.email)).get("/affiliate/profile")
    )
    expect(profile.affiliate.id).toBe(affiliate.id)

    const credentials = { email: customer.email, password: PASSWORD }
    const { token } = ok(
      await store.api.post("/auth/customer/emailpass", credentials)
    )
    const me = ok(
      await store.shop.storefront.as(token).get("/store/customers/me")
    )
    expect(me.customer.id).toBe(customer.id)
  })

  test("may give another e-mail", async () => {
    const customer = await signUp(store.shop, uniqueEmail())
    const email = uniqueEmail()
    expect(ok(await apply(customer.api, { email })).affiliate.email).toBe(email)
  })

  test("applies once", async () => {
    const customer = await signUp(store.shop, uniqueEmail())
    ok(await apply(customer.api))
    const refused = await expectNothingChanged(store, () =>
      apply(customer.api, { email: uniqueEmail() })
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
  })

  test("must be logged in, and say what is asked", async () => {
    const { storefront } = store.shop
    expect((await apply(storefront)).status).toBe(401)
    const customer = await signUp(store.shop, uniqueEmail())
    for (const fields of [
      { name: "" },
      { agreement_version: undefined },
      { customer_id: "cus_1" },
    ]) {
      const refused = await expectNothingChanged(store, () =>
        apply(customer.api, fields)
      )
      expect(refused.status).toBe(400)
    }
  })

  test("who registers through the affiliates' own door is known as the customer too", async () => {
    const customer = await signUp(store.shop, uniqueEmail())
    const login = await logIn(store, customer.email)
    const { affiliate } = ok(
      await login.post(
        "/affiliate/register",
        application({ email: customer.email })
      )
    )
    expect((await detail(affiliate.id)).customer_id).toBe(customer.id)
  })
})

describe("the profile", () => {
  const someone = async () => {
    const email = uniqueEmail()
    const affiliate = await register(store, { email })
    return { ...affiliate, api: await logIn(store, email) }
  }

  test("shows what is the affiliate's, and nothing that the merchant keeps about them", async () => {
    const { id, api, email } = await someone()
    ok(
      await store.admin.post(`/admin/affiliates/${id}`, {
        tier_id: "afftier_technology",
      })
    )
    ok(
      await store.admin.post(`/admin/affiliates/${id}/reject`, {
        reason: "Looks like fraud",
      })
    )
    const { affiliate } = ok(await api.get("/affiliate/profile"))

    expect(affiliate).toMatchObject({
      id,
      email,
      status: "rejected",
      tier: { id: "afftier_technology", name: "Technology" },
      agreement_version: "1",
    })
    const names = fieldNames(affiliate)
    for (const secret of [
      "status_reason",
      "status_history",
      "auth_identity_id",
      "metadata",
    ]) {
      expect(names).not.toContain(secret)
    }
    expect(names.filter((name) => name.startsWith("raw_"))).toEqual([])
  })

  test("changes name, website and country", async () => {
    const { api, id } = await someone()
    const change = {
      name: "Cy B.",
      website: "https://cy.example.org",
      country_code: "fr",
    }
    expect(
      ok(await api.post("/affiliate/profile", change)).affiliate
    ).toMatchObject(change)
    ok(await api.post("/affiliate/profile", { website: null }))
    expect(await detail(id)).toMatchObject({
      name: "Cy B.",
      website: null,
      country_code: "fr",
    })
  })

  test.each([
    ["the e-mail", { email: "other@example.com" }],
    ["the status", { status: "approved" }],
    ["the percentage", { commission_percent: 100 }],
    ["the parent", { parent_id: null }],
    ["an empty name", { name: "" }],
    ["a website that runs", { website: "data:text/html,x" }],
  ])("does not change %s", async (_what, body) => {
    const { api } = await someone()
    const refused = await expectNothingChanged(store, () =>
      api.post("/affiliate/profile", body)
    )
    expect(refused.status).toBe(400)
  })

  test("is for affiliates only, like everything below /affiliate", async () => {
    const customer = await signUp(store.shop, uniqueEmail())
    const unregistered = await newLogin(store, uniqueEmail())
    for (const api of [
      store.api,
      store.api.as(customer.token),
      store.admin,
      unregistered,
    ]) {
      for (const path of [
        "/affiliate/profile",
        "/affiliate/payouts",
        "/affiliate/nothing-here",
      ]) {
        expect((await api.get(path)).status).toBe(401)
      }
      expect((await api.post("/affiliate/profile", { name: "X" })).status).toBe(
        401
      )
    }
  })
})

describe("a page in a browser", () => {
  const call = (
    method: string,
    origin: string,
    headers: Record<string, string> = {}
  ) =>
    fetch(`${store.baseUrl}/affiliate/profile`, {
      method,
      headers: { origin, ...headers },
    })

  test("of the store's hosts may call the routes of affiliates", async () => {
    const origin = "http://localhost:8000"
    const answer = await call("GET", origin)
    expect(answer.status).toBe(401)
    expect(answer.headers.get("access-control-allow-origin")).toBe(origin)
    expect(answer.headers.get("access-control-allow-credentials")).toBe("true")

    const preflight = await call("OPTIONS", origin, {
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type",
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get("access-control-allow-origin")).toBe(origin)
    expect(preflight.headers.get("access-control-allow-methods")).toContain(
      "POST"
    )
    expect(preflight.headers.get("access-control-allow-headers")).toContain(
      "authorization"
    )
  })

  test("of any other host may not", async () => {
    for (const origin of [
      "https://evil.example.com",
      "http://localhost:8000.evil.example.com",
    ]) {
      for (const method of ["GET", "OPTIONS"]) {
        const answer = await call(method, origin)
        expect(answer.headers.get("access-control-allow-origin")).toBeNull()
      }
    }
  })
})
