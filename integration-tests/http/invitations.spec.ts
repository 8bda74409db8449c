import {
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
import { WITHOUT_SCHEDULE } from "../support/servers"
import { expectNothingChanged } from "../support/unchanged"

/** Invitations: who is invited, how they accept, and that each is used once. */
const store = useStore({
  env: {
    EMAIL: "log",
    AFFILIATE_INVITATION_URL: "https://shop.example/affiliates/join?from=mail",
    ...WITHOUT_SCHEDULE,
  },
})

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

const PATH = "/admin/affiliate-invitations"

type Invitation = {
  id: string
  email: string
  status: string
  token: string
  accept_url: string | null
  expires_at: string
}

const invite = async (fields: object = {}): Promise<Invitation> =>
  ok(await store.admin.post(PATH, { email: uniqueEmail(), ...fields }))
    .affiliate_invitation
const read = async (id: string) =>
  ok(await store.admin.get(`${PATH}/${id}`)).affiliate_invitation
const look = (token: string) =>
  store.shop.storefront.get(`/store/affiliate/invitations/${token}`)

/** Accepts with a login of its own. */
const accept = async (
  token: string,
  fields: object = {},
  login_email: string = uniqueEmail()
) => {
  const login = await newLogin(store, login_email)
  return await login.post("/affiliate/register", {
    name: "Ada Invited",
    agreement_version: "1",
    invitation_token: token,
    ...fields,
  })
}
const detail = async (id: string) =>
  ok(await store.admin.get(`/admin/affiliates/${id}`)).affiliate

const expire = (id: string) =>
  store.database.sql(
    `UPDATE affiliate_invitation SET expires_at = now() - interval '1 second' WHERE id = $1`,
    [id]
  )
const invitationRows = () =>
  store.database.sql(
    `SELECT id, email, token_hash, accepted_at, revoked_at FROM affiliate_invitation
      WHERE deleted_at IS NULL ORDER BY id`
  )

/** Fails when what is done leaves an invitation, or anything else. */
const expectNobodyInvited = async <Result>(act: () => Promise<Result>) => {
  const before = await invitationRows()
  const result = await expectNothingChanged(store, act)
  expect(await invitationRows()).toEqual(before)
  return result
}

describe("an invitation", () => {
  test("answers its link once, and only the hash of its token is kept", async () => {
    const { id, token, accept_url, ...rest } = await invite({ name: "Ada" })
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(accept_url).toBe(
      `https://shop.example/affiliates/join?from=mail&token=${token}`
    )
    expect(rest).toMatchObject({ name: "Ada", status: "open" })
    const days = (new Date(rest.expires_at).getTime() - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(13.9)
    expect(days).toBeLessThan(14.1)
    const again = await read(id)
    expect(fieldNames(again)).not.toContain("token")
    expect(fieldNames(again)).not.toContain("token_hash")
    const [row] = await store.database.sql<{ row: string }>(
      `SELECT to_jsonb(i)::text AS row FROM affiliate_invitation i WHERE id = $1`,
      [id]
    )
    expect(row.row).not.toContain(token)
    const changes = await store.database.sql<{ changes: string }>(
      `SELECT changes::text FROM affiliate_change WHERE entity_id = $1`,
      [id]
    )
    expect(changes.length).toBeGreaterThan(0)
    expect(JSON.stringify(changes)).not.toContain("token")
  })

  test("goes out by e-mail", async () => {
    const { id, email, token, accept_url } = await invite({ name: "Ada" })
    const sent = await store.database.sql(
      `SELECT "to", template, resource_id, data, status FROM notification WHERE "to" = $1`,
      [email]
    )
    expect(sent).toEqual([
      {
        to: email,
        template: "affiliate-invitation",
        resource_id: id,
        status: "success",
        data: {
          name: "Ada",
          program_name: "Default program",
          accept_url,
          token,
          expires_at: expect.any(String),
        },
      },
    ])
    expect((await read(id)).sent_at).not.toBeNull()
  })

  test("shows whoever has the link the program, and an address only they know", async () => {
    const program_id = await addProgram(store)
    const { token, expires_at } = await invite({
      email: "somebody.special@example.com",
      name: "Ada",
      program_id,
    })
    const { affiliate_invitation } = ok(await look(token))
    expect(affiliate_invitation).toEqual({
      program: {
        name: expect.stringMatching(/^Program /),
        handle: expect.any(String),
      },
      email: "s***@example.com",
      name: "Ada",
      expires_at,
    })
  })

  test("is listed by status, program and words", async () => {
    const program_id = await addProgram(store)
    const [open, revoked, expired, accepted] = [
      await invite({ program_id, name: "Open One" }),
      await invite({ program_id }),
      await invite({ program_id }),
      await invite({ program_id }),
    ]
    ok(await store.admin.delete(`${PATH}/${revoked.id}`))
    await expire(expired.id)
    ok(await accept(accepted.token))
    for (const [status, { id }] of Object.entries({
      open,
      revoked,
      expired,
      accepted,
    })) {
      const { affiliate_invitations, count } = ok(
        await store.admin.get(PATH, { program_id, status })
      )
      expect(count).toBe(1)
      expect(affiliate_invitations).toMatchObject([{ id, status }])
    }
    const two = ok(
      await store.admin.get(PATH, { program_id, status: ["open", "expired"] })
    )
    expect(two.count).toBe(2)
    const found = ok(await store.admin.get(PATH, { program_id, q: "open one" }))
    expect(found.affiliate_invitations).toMatchObject([{ id: open.id }])
    expect((await store.admin.get(PATH, { status: "sent" })).status).toBe(400)
  })

  test("is one an e-mail and program: a second is refused while it is open, and replaces it once expired", async () => {
    const email = uniqueEmail()
    const first = await invite({ email })
    const refused = await expectNobodyInvited(() =>
      store.admin.post(PATH, { email: email.toUpperCase() })
    )
    expect(refused).toMatchObject({
      status: 422,
      body: { type: "duplicate_error" },
    })
    await invite({ email, program_id: await addProgram(store) })
    await expire(first.id)
    const second = await invite({ email })
    expect((await read(first.id)).status).toBe("revoked")
    expect((await look(first.token)).status).toBe(404)
    expect((await look(second.token)).status).toBe(200)
  })

  test("is one of two that are asked for at the same moment", async () => {
    const email = uniqueEmail()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => store.admin.post(PATH, { email }))
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 422, 422, 422, 422,
    ])
  })

  test("sent again has a new token and time; the old token is worth nothing", async () => {
    const before = await invite({ expires_in_days: 1 })
    await expire(before.id)
    const after: Invitation = ok(
      await store.admin.post(`${PATH}/${before.id}/resend`, {
        expires_in_days: 30,
      })
    ).affiliate_invitation
    expect(after.id).toBe(before.id)
    expect(after.token).not.toBe(before.token)
    expect(after.status).toBe("open")
    expect((await look(before.token)).status).toBe(404)
    expect(await accept(before.token)).toMatchObject({ status: 404 })
    const mails = await store.database.sql(
      `SELECT id FROM notification WHERE "to" = $1`,
      [before.email]
    )
    expect(mails).toHaveLength(2)
    expect((await accept(after.token)).status).toBe(201)
  })

  test("that was accepted or revoked is neither sent again nor revoked", async () => {
    const accepted = await invite()
    ok(await accept(accepted.token))
    const revoked = await invite()
    expect(ok(await store.admin.delete(`${PATH}/${revoked.id}`))).toEqual({
      id: revoked.id,
      object: "affiliate_invitation",
      deleted: true,
    })
    for (const { id } of [accepted, revoked]) {
      for (const act of [
        () => store.admin.post(`${PATH}/${id}/resend`),
        () => store.admin.delete(`${PATH}/${id}`),
      ]) {
        expect(await expectNobodyInvited(act)).toMatchObject({
          status: 400,
          body: { type: "not_allowed" },
        })
      }
    }
    expect((await store.admin.delete(`${PATH}/affinv_no`)).status).toBe(404)
  })

  const cases: [string, object, number, RegExp][] = [
    ["without an e-mail", { name: "Ada" }, 400, /'email'/],
    ["with a wrong e-mail", { email: "ada" }, 400, /email/],
    ["with an unknown program", { program_id: "no" }, 400, /'program_id'/],
    ["with an unknown tier", { tier_id: "no" }, 400, /'tier_id'/],
    ["with an unknown parent", { parent_id: "no" }, 400, /'parent_id'/],
    ["with a wrong code", { code: "no code" }, 400, /code/],
    ["with no discount", { discount_percent: 0 }, 400, /discount_percent/],
    ["with an unknown field", { status: "open" }, 400, /status/],
    ["for ever", { expires_in_days: 366 }, 400, /expires_in_days/],
    [
      "with a list beside it",
      { invitations: [{ email: "a@b.example" }] },
      400,
      /one of/,
    ],
  ]
  test.each(cases)("is refused %s", async (what, fields, status, message) => {
    const refused = await expectNobodyInvited(() =>
      store.admin.post(PATH, {
        ...(what === "without an e-mail" ? {} : { email: uniqueEmail() }),
        ...fields,
      })
    )
    expect(refused.status).toBe(status)
    expect(refused.body.message).toMatch(message)
  })

  test("is refused with a code that is taken, or promised to somebody else", async () => {
    const { codes } = await createAffiliate(store)
    const code = unique("PROMISED")
    await invite({ code })
    for (const word of [codes[0].code.toLowerCase(), code.toLowerCase()]) {
      const refused = await expectNobodyInvited(() =>
        store.admin.post(PATH, { email: uniqueEmail(), code: word })
      )
      expect(refused).toMatchObject({
        status: 422,
        body: { type: "duplicate_error" },
      })
    }
  })

  test("is refused to who is an affiliate of the program already", async () => {
    const { email } = await createAffiliate(store)
    expect(
      await expectNobodyInvited(() => store.admin.post(PATH, { email }))
    ).toMatchObject({ status: 422, body: { type: "duplicate_error" } })
  })

  test("is the merchant's alone", async () => {
    expect((await store.api.post(PATH, { email: uniqueEmail() })).status).toBe(
      401
    )
    expect((await store.api.get(PATH)).status).toBe(401)
  })
})

describe("whoever accepts", () => {
  test("is approved at once, on what the invitation says, under the e-mail invited", async () => {
    const program_id = await addProgram(store)
    const { affiliate_tier } = ok(
      await store.admin.post("/admin/affiliate-tiers", {
        program_id,
        name: "Gold",
      })
    )
    const parent = await createAffiliate(store, { program_id })
    const code = unique("WELCOME")
    const { id, email, token } = await invite({
      program_id,
      tier_id: affiliate_tier.id,
      parent_id: parent.id,
      code,
      discount_percent: 15,
    })
    const login_email = uniqueEmail()
    const answer = await accept(
      token,
      { email: "other@example.com", code: unique("MINE"), country_code: "de" },
      login_email
    )
    expect(answer.status).toBe(201)
    const affiliate = await detail(answer.body.affiliate.id)
    expect(affiliate).toMatchObject({
      name: "Ada Invited",
      email,
      status: "approved",
      program: { id: program_id },
      tier: { id: affiliate_tier.id },
      parent_id: parent.id,
      country_code: "de",
      codes: [{ code, discount_percent: 15 }],
    })
    expect(await promotionStatus(store, affiliate.codes[0].promotion_id)).toBe(
      "active"
    )
    const profile = ok(
      await (await logIn(store, login_email)).get("/affiliate/profile")
    )
    expect(profile.affiliate.id).toBe(affiliate.id)
    expect(await read(id)).toMatchObject({
      status: "accepted",
      affiliate_id: affiliate.id,
    })
    await eventually(() => {
      const told = heard.events.filter(({ data }) =>
        [id, affiliate.id].includes((data as { id: string }).id)
      )
      const names = told
        .map(({ name }) => name)
        .filter(
          (name) =>
            name.startsWith("affiliate.") &&
            !name.startsWith("affiliate.affiliate")
        )
      expect(names.sort()).toEqual([
        "affiliate.approved",
        "affiliate.invitation_accepted",
      ])
    })
  })

  test("gets the code they ask for where none is promised, with the discount promised", async () => {
    const { token } = await invite({ discount_percent: 5 })
    const code = unique("WISH")
    const { affiliate } = ok(await accept(token, { code }))
    expect(affiliate.codes).toMatchObject([{ code, discount_percent: 5 }])
  })

  test("need not fill the form in, but what they answer must fit it", async () => {
    const program_id = await addProgram(store)
    ok(
      await store.admin.post(`/admin/affiliate-programs/${program_id}`, {
        form_fields: [
          { key: "why", label: "Why?", type: "text", required: true },
          { key: "n", label: "How many?", type: "number" },
        ],
        join_requirements: { countries: ["fr"], otherwise: "reject" },
      })
    )
    const { token } = await invite({ program_id })
    const wrong = await accept(token, { answers: { n: "many" } })
    expect(wrong).toMatchObject({
      status: 400,
      body: { message: "Field 'answers.n' must be a number" },
    })
    const { affiliate } = ok(await accept(token, { answers: { n: 3 } }))
    expect(affiliate.status).toBe("approved")
  })

  test("uses it once, however many accept at the same moment", async () => {
    const { id, token, email } = await invite()
    const logins = await Promise.all(
      Array.from({ length: 6 }, () => newLogin(store, uniqueEmail()))
    )
    const answers = await Promise.all(
      logins.map((login) =>
        login.post("/affiliate/register", {
          name: "Rush",
          agreement_version: "1",
          invitation_token: token,
        })
      )
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201, 404, 404, 404, 404, 404,
    ])
    const { affiliates } = ok(
      await store.admin.get("/admin/affiliates", { email })
    )
    expect(affiliates).toHaveLength(1)
    expect((await read(id)).affiliate_id).toBe(affiliates[0].id)
  })

  test.each([
    ["unknown", async () => "x".repeat(43)],
    ["no token at all", async () => "%20"],
    [
      "used",
      async () => {
        const { token } = await invite()
        ok(await accept(token))
        return token
      },
    ],
    [
      "revoked",
      async () => {
        const { id, token } = await invite()
        ok(await store.admin.delete(`${PATH}/${id}`))
        return token
      },
    ],
    [
      "expired",
      async () => {
        const { id, token } = await invite()
        await expire(id)
        return token
      },
    ],
  ])(
    "with a token that is %s is told nothing but that",
    async (_what, tokenOf) => {
      const token = await tokenOf()
      const seen = await look(token)
      expect(seen).toMatchObject({
        status: 404,
        body: {
          message: "There is no such invitation, or it is not open any more",
        },
      })
      const login = await newLogin(store, uniqueEmail())
      const refused = await expectNobodyInvited(() =>
        login.post("/affiliate/register", {
          name: "Eve",
          agreement_version: "1",
          invitation_token: decodeURIComponent(token) + ".",
        })
      )
      expect(refused.status).toBe(404)
    }
  )

  test("leaves no trace when the promised code was taken meanwhile: the invitation is still open", async () => {
    const code = unique("LOST")
    const { token } = await invite({ code })
    await createAffiliate(store, { code })
    const login = await newLogin(store, uniqueEmail())
    const refused = await expectNobodyInvited(() =>
      login.post("/affiliate/register", {
        name: "Ada",
        agreement_version: "1",
        invitation_token: token,
      })
    )
    expect(refused.status).toBe(422)
    expect((await look(token)).status).toBe(200)
  })

  test("needs a login without an affiliate", async () => {
    const email = uniqueEmail()
    await register(store, { email })
    const { token } = await invite()
    const refused = await (
      await logIn(store, email)
    ).post("/affiliate/register", {
      name: "Ada",
      agreement_version: "1",
      invitation_token: token,
    })
    expect(refused).toMatchObject({
      status: 400,
      body: { message: "This login already has an affiliate" },
    })
    expect((await look(token)).status).toBe(200)
  })

  test("as a customer is known as that customer", async () => {
    const customer = await signUp(store.shop, uniqueEmail())
    const { token } = await invite()
    const { affiliate } = ok(
      await customer.api.post("/store/customers/me/affiliate", {
        name: "Di",
        agreement_version: "1",
        invitation_token: token,
      })
    )
    expect(await detail(affiliate.id)).toMatchObject({
      status: "approved",
      customer_id: customer.id,
    })
  })

  test("names neither program nor referrer: the invitation does", async () => {
    const { token } = await invite()
    expect(await accept(token, { program: "default" })).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/'invitation_token'/) },
    })
  })
})

describe("an affiliate made by hand", () => {
  test("gets a login by an invitation, and keeps everything else", async () => {
    const code = unique("HAND")
    const made = await createAffiliate(store, {
      name: "Hand Made",
      code,
      discount_percent: 10,
    })
    const { affiliate_invitation } = ok(
      await store.admin.post(`/admin/affiliates/${made.id}/invite`, {})
    )
    expect(affiliate_invitation).toMatchObject({
      email: made.email,
      affiliate_id: made.id,
      status: "open",
    })
    const login_email = uniqueEmail()
    const answer = await accept(
      affiliate_invitation.token,
      { website: "https://hand.example" },
      login_email
    )
    expect(answer.status).toBe(201)
    expect(answer.body.affiliate).toMatchObject({
      id: made.id,
      name: "Hand Made",
      email: made.email,
      status: "approved",
      website: "https://hand.example",
      agreement_version: "1",
      codes: [{ code }],
    })
    const profile = ok(
      await (await logIn(store, login_email)).get("/affiliate/profile")
    )
    expect(profile.affiliate.id).toBe(made.id)
    const again = await store.admin.post(
      `/admin/affiliates/${made.id}/invite`,
      {}
    )
    expect(again).toMatchObject({ status: 400, body: { type: "not_allowed" } })
  })

  test("stays suspended when it gets one", async () => {
    const made = await createAffiliate(store)
    const { affiliate_invitation } = ok(
      await store.admin.post(`/admin/affiliates/${made.id}/invite`, {})
    )
    ok(await store.admin.post(`/admin/affiliates/${made.id}/suspend`))
    ok(await accept(affiliate_invitation.token))
    expect((await detail(made.id)).status).toBe("suspended")
  })

  test("is given to one of two who accept at the same moment", async () => {
    const made = await createAffiliate(store)
    const { affiliate_invitation } = ok(
      await store.admin.post(`/admin/affiliates/${made.id}/invite`, {})
    )
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => accept(affiliate_invitation.token))
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404])
  })

  test("must exist", async () => {
    expect(
      (await store.admin.post("/admin/affiliates/aff_no/invite", {})).status
    ).toBe(404)
  })
})

describe("many invitations", () => {
  test("are all made, in order, each with its token", async () => {
    const people = Array.from({ length: 30 }, () => ({ email: uniqueEmail() }))
    const { affiliate_invitations, count } = ok(
      await store.admin.post(PATH, { invitations: people })
    )
    expect(count).toBe(30)
    expect(
      affiliate_invitations.map(({ email }: Invitation) => ({ email }))
    ).toEqual(people)
    const [one] = affiliate_invitations
    expect((await look(one.token)).status).toBe(200)
    expect(
      new Set(affiliate_invitations.map(({ token }: Invitation) => token)).size
    ).toBe(30)
  })

  test("are all refused when one is, each wrong one named", async () => {
    const email = uniqueEmail()
    const invitations = [
      { email },
      { email: uniqueEmail(), tier_id: "no" },
      { email: email.toUpperCase() },
    ]
    const refused = await expectNobodyInvited(() =>
      store.admin.post(PATH, { invitations })
    )
    expect(refused).toMatchObject({
      status: 400,
      body: {
        message: expect.stringMatching(/'invitations\.1'/),
        errors: [
          { index: 1, message: expect.stringMatching(/'tier_id'/) },
          { index: 2, message: expect.stringMatching(/twice/) },
        ],
      },
    })
  })

  test("are at most 500", async () => {
    const invitations = Array.from({ length: 501 }, () => ({
      email: uniqueEmail(),
    }))
    expect(
      (await expectNobodyInvited(() => store.admin.post(PATH, { invitations })))
        .status
    ).toBe(400)
  })

  test("come from a CSV, by handle of the program and name of the tier", async () => {
    const code = unique("CSV")
    const [a, b] = [uniqueEmail(), uniqueEmail()]
    const csv = [
      "\ufeffemail;name;program;tier;code;discount_percent",
      `${a};"Ada; of Shop";default;reseller;${code};12.5`,
      `${b};;;;;`,
    ].join("\r\n")
    const { affiliate_invitations } = ok(await store.admin.post(PATH, { csv }))
    expect(affiliate_invitations).toMatchObject([
      {
        email: a,
        name: "Ada; of Shop",
        program_id: "affprog_default",
        tier_id: "afftier_reseller",
        code,
        discount_percent: 12.5,
      },
      { email: b, name: null, tier_id: null, code: null },
    ])
  })

  test("of a CSV are all refused when a line is wrong, each named by its line", async () => {
    const good = uniqueEmail()
    const csv = [
      "email,name,discount_percent",
      `${good},Good,`,
      "not an e-mail,Bad,",
      `${uniqueEmail()},Much,120`,
      "",
      `${uniqueEmail()},Words,ten`,
    ].join("\n")
    const refused = await expectNobodyInvited(() =>
      store.admin.post(PATH, { csv })
    )
    expect(refused.status).toBe(400)
    expect(refused.body.errors).toEqual([
      { line: 3, message: expect.stringContaining("'email'") },
      { line: 4, message: expect.stringContaining("'discount_percent'") },
      { line: 6, message: expect.stringContaining("'discount_percent'") },
    ])
    const taken = await expectNobodyInvited(() =>
      store.admin.post(PATH, {
        csv: `email,tier\n${good},no such tier\n${good},\n${good},`,
      })
    )
    expect(taken.body.errors).toEqual([
      { line: 2, message: expect.stringContaining("'tier'") },
      { line: 4, message: expect.stringContaining("twice") },
    ])
  })

  test.each([
    ["without the e-mail", "name\nAda", /'email'/],
    ["with an unknown column", "email,shoe\na@b.example,43", /'shoe'/],
    ["with a column twice", "email,email\na@b.example,a@b.example", /twice/],
    ["without rows", "email", /no rows/],
    ["with a quote that never ends", 'email\n"a@b.example', /cannot be read/],
    ["with too many cells", "email\na@b.example,b", /cannot be read/],
  ])("come from no CSV %s", async (_what, csv, message) => {
    const refused = await expectNobodyInvited(() =>
      store.admin.post(PATH, { csv })
    )
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
  })
})
