import {
  eventually,
  ok,
  recordEvents,
  useStore,
  type EventRecord,
} from "../harness"
import { logIn, newLogin, unique, uniqueEmail } from "../support/people"
import { expectNothingChanged } from "../support/unchanged"

/** Applications that a program decides by itself, and applying again. */
const store = useStore({ seed: false })

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

const PROGRAMS = "/admin/affiliate-programs"
const addProgram = async (fields: object = {}) =>
  ok(
    await store.admin.post(PROGRAMS, {
      name: unique("Program "),
      handle: unique("program-"),
      commission_value: 20,
      auto_approve: true,
      ...fields,
    })
  ).affiliate_program

const register = async (program: string, fields: object = {}) => {
  const email = uniqueEmail()
  const login = await newLogin(store, email)
  const answer = await login.post("/affiliate/register", {
    name: "Cy Applicant",
    email,
    agreement_version: "1",
    program,
    ...fields,
  })
  return { email, login, affiliate: ok(answer).affiliate }
}

const detail = async (id: string) =>
  ok(await store.admin.get(`/admin/affiliates/${id}`)).affiliate

const statusOf = async (program: string, fields: object = {}) => {
  const { affiliate } = await register(program, fields)
  const { status, status_reason } = await detail(affiliate.id)
  return { status, reason: status_reason }
}

describe("requirements", () => {
  test("that are all met approve at once where the program approves by itself", async () => {
    const { handle } = await addProgram({
      join_requirements: {
        countries: ["DE", "at"],
        email_domains: ["Example.COM"],
        answers: [{ key: "channel", values: ["blog", 7] }],
        otherwise: "reject",
      },
    })
    expect(
      await statusOf(handle, {
        country_code: "de",
        answers: { channel: "blog" },
      })
    ).toEqual({ status: "approved", reason: null })
    expect(
      await statusOf(handle, { country_code: "AT", answers: { channel: 7 } })
    ).toEqual({ status: "approved", reason: null })
  })

  test("that are all met leave the word to the merchant elsewhere", async () => {
    const { handle } = await addProgram({
      auto_approve: false,
      join_requirements: { countries: ["de"], otherwise: "reject" },
    })
    expect(await statusOf(handle, { country_code: "de" })).toEqual({
      status: "pending",
      reason: null,
    })
  })

  test("that are not met are looked at by a person, who is told which", async () => {
    const { handle } = await addProgram({
      join_requirements: { countries: ["de"], otherwise: "review" },
    })
    for (const fields of [{ country_code: "us" }, {}]) {
      expect(await statusOf(handle, fields)).toEqual({
        status: "pending",
        reason: "Requirements not met: country",
      })
    }
  })

  test("of answers are met by one of the values, and by nothing else", async () => {
    const { handle } = await addProgram({
      join_requirements: {
        answers: [
          { key: "channel", values: ["blog", "podcast"] },
          { key: "readers", values: [100] },
        ],
        otherwise: "review",
      },
    })
    const answered = (answers: object) => statusOf(handle, { answers })
    expect(await answered({ channel: "podcast", readers: 100 })).toEqual({
      status: "approved",
      reason: null,
    })
    expect(await answered({ channel: "flyers", readers: 100 })).toEqual({
      status: "pending",
      reason: "Requirements not met: answer to channel",
    })
    expect(await answered({})).toEqual({
      status: "pending",
      reason: "Requirements not met: answer to channel; answer to readers",
    })
  })

  test("that are not met reject at once where the program says so, with reason, event and time", async () => {
    const { handle } = await addProgram({
      reapply_days: 30,
      join_requirements: { countries: ["de"], otherwise: "reject" },
    })
    const { affiliate, email } = await register(handle, { country_code: "us" })
    expect(affiliate.status).toBe("rejected")
    const { status_reason, status_history, reapply_at } = await detail(
      affiliate.id
    )
    expect(status_reason).toBe("Requirements not met: country")
    expect(status_history).toMatchObject([{ status: "rejected" }])
    const days =
      (new Date(reapply_at).getTime() -
        new Date(status_history[0].at).getTime()) /
      86_400_000
    expect(days).toBe(30)
    await eventually(() =>
      expect(
        heard.events.filter(
          ({ name, data }) =>
            name === "affiliate.rejected" &&
            (data as { id: string }).id === affiliate.id
        )
      ).toMatchObject([{ data: { reason: "Requirements not met: country" } }])
    )
    const profile = ok(
      await (await logIn(store, email)).get("/affiliate/profile")
    )
    expect(profile.affiliate).toMatchObject({ status: "rejected", reapply_at })
  })

  test("of an e-mail domain are met by the login's own address only: anybody can type another", async () => {
    const { handle } = await addProgram({
      join_requirements: {
        email_domains: ["bigshop.example"],
        otherwise: "review",
      },
    })
    const typed = `${unique("boss")}@bigshop.example`
    expect(await statusOf(handle, { email: typed })).toEqual({
      status: "pending",
      reason: expect.stringContaining("not the login's own"),
    })
    const own = `${unique("Boss")}@BigShop.example`
    const login = await newLogin(store, own)
    const { affiliate } = ok(
      await login.post("/affiliate/register", {
        name: "Boss",
        email: own.toUpperCase(),
        agreement_version: "1",
        program: handle,
      })
    )
    expect(affiliate.status).toBe("approved")
  })

  test.each<[string, unknown, RegExp]>([
    ["without what happens otherwise", { countries: ["de"] }, /otherwise/],
    ["with no country", { countries: [], otherwise: "review" }, /countries/],
    [
      "with a wrong country",
      { countries: ["deu"], otherwise: "review" },
      /countries/,
    ],
    [
      "with an address for a domain",
      { email_domains: ["a@b.example"], otherwise: "review" },
      /email_domains/,
    ],
    ["with an unknown field", { age: 18, otherwise: "review" }, /age/],
    [
      "with an answer that the form does not ask for",
      { answers: [{ key: "b", values: ["x"] }], otherwise: "review" },
      /'join_requirements\.answers\.0\.key'/,
    ],
  ])("are refused %s", async (_what, join_requirements, message) => {
    const { id } = await addProgram({
      form_fields: [{ key: "a", label: "A", type: "text" }],
    })
    const refused = await expectNothingChanged(store, () =>
      store.admin.post(`${PROGRAMS}/${id}`, { join_requirements })
    )
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
  })

  test("are taken away with null", async () => {
    const { id, handle } = await addProgram({
      join_requirements: { countries: ["de"], otherwise: "reject" },
    })
    const { affiliate_program } = ok(
      await store.admin.post(`${PROGRAMS}/${id}`, { join_requirements: null })
    )
    expect(affiliate_program.join_requirements).toBeNull()
    expect((await statusOf(handle)).status).toBe("approved")
  })
})

describe("somebody who was rejected", () => {
  const rejected = async (program: object = {}, decision: object = {}) => {
    const { handle, id } = await addProgram({ auto_approve: false, ...program })
    const someone = await register(handle, {
      country_code: "de",
      answers: { first: "try" },
    })
    const path = `/admin/affiliates/${someone.affiliate.id}`
    ok(
      await store.admin.post(`${path}/reject`, {
        reason: "Not yet",
        ...decision,
      })
    )
    return { ...someone, handle, program_id: id, path }
  }
  const again = (email: string, fields: object = {}) => ({
    name: "Cy Again",
    email,
    agreement_version: "2",
    answers: { second: "try" },
    ...fields,
  })

  test("may apply again with the same login: the same affiliate waits, with new answers and the old history", async () => {
    const { affiliate, email, login } = await rejected()
    const answer = await login.post("/affiliate/register", again(email))
    expect(answer.status).toBe(201)
    expect(answer.body.affiliate.id).toBe(affiliate.id)
    const now = await detail(affiliate.id)
    expect(now).toMatchObject({
      name: "Cy Again",
      status: "pending",
      status_reason: null,
      answers: { second: "try" },
      agreement_version: "2",
      country_code: "de",
      reapply_at: null,
    })
    expect(
      now.status_history.map(({ status }: { status: string }) => status)
    ).toEqual(["pending", "rejected", "pending"])
    // Their code, and no second one.
    expect(now.codes).toHaveLength(1)
    await eventually(() =>
      expect(
        heard.events.filter(
          ({ name, data }) =>
            name === "affiliate.applied" &&
            (data as { id: string }).id === affiliate.id
        )
      ).toHaveLength(2)
    )
  })

  test("may do so logged in as the affiliate too, and then not once more", async () => {
    const { email } = await rejected()
    const loggedIn = await logIn(store, email)
    ok(await loggedIn.post("/affiliate/register", again(email)))
    const refused = await expectNothingChanged(store, () =>
      loggedIn.post("/affiliate/register", again(email))
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { message: "This login already has an affiliate" },
    })
  })

  test("may ask for another code", async () => {
    const { affiliate, email, login } = await rejected()
    const code = unique("AGAIN")
    ok(await login.post("/affiliate/register", again(email, { code })))
    const { codes } = await detail(affiliate.id)
    expect(codes).toHaveLength(2)
    expect(codes.map((one: { code: string }) => one.code)).toContain(code)
  })

  test("is never approved by the program alone, because somebody turned them down", async () => {
    const { affiliate, email, login, program_id } = await rejected()
    ok(
      await store.admin.post(`${PROGRAMS}/${program_id}`, {
        auto_approve: true,
      })
    )
    ok(await login.post("/affiliate/register", again(email)))
    expect((await detail(affiliate.id)).status).toBe("pending")
  })

  test("is rejected again at once while the requirements are not met", async () => {
    const { affiliate, email, login, program_id } = await rejected()
    ok(
      await store.admin.post(`${PROGRAMS}/${program_id}`, {
        join_requirements: { countries: ["fr"], otherwise: "reject" },
        reapply_days: 1,
      })
    )
    ok(await login.post("/affiliate/register", again(email)))
    const { status, status_history } = await detail(affiliate.id)
    expect(status).toBe("rejected")
    expect(
      status_history.map((change: { status: string }) => change.status)
    ).toEqual(["pending", "rejected", "pending", "rejected"])
    expect((await login.post("/affiliate/register", again(email))).status).toBe(
      400
    )
  })

  test.each<[string, object, object, number | null]>([
    ["after the program's days", { reapply_days: 7 }, {}, 7],
    ["after the days named", { reapply_days: 7 }, { reapply_days: 90 }, 90],
    ["at any time", { reapply_days: 7 }, { reapply_days: 0 }, null],
    ["at any time", { reapply_days: 7 }, { reapply_at: null }, null],
  ])("may apply again %s (%j, %j)", async (_what, program, decision, days) => {
    const { affiliate, email, login } = await rejected(program, decision)
    const { reapply_at, status_history } = await detail(affiliate.id)
    const apply = () => login.post("/affiliate/register", again(email))
    if (days === null) {
      expect(reapply_at).toBeNull()
      expect((await apply()).status).toBe(201)
      return
    }
    const rejectedAt = new Date(status_history.at(-1).at).getTime()
    expect(new Date(reapply_at).getTime() - rejectedAt).toBe(days * 86_400_000)
    const refused = await expectNothingChanged(store, apply)
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(reapply_at) },
    })
    await store.database.sql(
      `UPDATE affiliate SET reapply_at = now() - interval '1 second' WHERE id = $1`,
      [affiliate.id]
    )
    expect((await apply()).status).toBe(201)
  })

  test("may apply again from the time that the merchant named", async () => {
    const reapply_at = "2999-01-01T00:00:00.000Z"
    const { email, login } = await rejected({}, { reapply_at })
    expect(await login.post("/affiliate/register", again(email))).toMatchObject(
      {
        status: 400,
        body: { message: expect.stringContaining(reapply_at) },
      }
    )
  })

  test("may still be approved by the merchant, and then waits for nothing", async () => {
    const { path, affiliate } = await rejected({ reapply_days: 7 })
    ok(await store.admin.post(`${path}/approve`))
    expect(await detail(affiliate.id)).toMatchObject({
      status: "approved",
      reapply_at: null,
    })
  })

  test("applies again to the same program, not to another", async () => {
    const { email, login } = await rejected()
    const other = await addProgram()
    const refused = await expectNothingChanged(store, () =>
      login.post("/affiliate/register", again(email, { program: other.handle }))
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/'program'/) },
    })
  })

  test("keeps being rejected when the form is not answered", async () => {
    const { email, login, program_id } = await rejected()
    ok(
      await store.admin.post(`${PROGRAMS}/${program_id}`, {
        form_fields: [{ key: "why", label: "W", type: "text", required: true }],
      })
    )
    const refused = await expectNothingChanged(store, () =>
      login.post("/affiliate/register", again(email, { answers: {} }))
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { message: "Field 'answers.why' is required" },
    })
  })

  test("applies once when they ask ten times at the same moment", async () => {
    const { affiliate, email, login } = await rejected()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        login.post("/affiliate/register", again(email))
      )
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const { status_history } = await detail(affiliate.id)
    expect(status_history).toHaveLength(3)
  })

  test.each([
    ["two ways to say when", { reapply_days: 1, reapply_at: null }, /one of/],
    ["a negative number of days", { reapply_days: -1 }, /reapply_days/],
    ["a time that is none", { reapply_at: "soon" }, /reapply_at/],
    ["an unknown field", { until: "soon" }, /until/],
  ])("is not rejected with %s", async (_what, body, message) => {
    const { handle } = await addProgram({ auto_approve: false })
    const { affiliate } = await register(handle)
    const refused = await expectNothingChanged(store, () =>
      store.admin.post(`/admin/affiliates/${affiliate.id}/reject`, body)
    )
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
  })
})
