import { ok, signUp, useStore } from "../harness"
import {
  createAffiliate,
  newLogin,
  unique,
  uniqueEmail,
} from "../support/people"
import { expectNothingChanged } from "../support/unchanged"

/** What a program asks of whoever applies. */
const store = useStore()

const FORM = [
  { key: "why", label: "Why us?", type: "text", required: true },
  {
    key: "channel",
    label: "Where do you publish?",
    type: "choice",
    required: true,
    options: ["blog", "video"],
  },
  { key: "site", label: "Your address", type: "url" },
  { key: "readers", label: "Readers a month", type: "number" },
]
const ANSWERS = {
  why: "Good shirts",
  channel: "blog",
  site: "https://blog.example",
  readers: 1200,
}

const PROGRAMS = "/admin/affiliate-programs"
const addProgram = async (fields: object = {}) =>
  ok(
    await store.admin.post(PROGRAMS, {
      name: unique("Program "),
      handle: unique("program-"),
      commission_value: 20,
      ...fields,
    })
  ).affiliate_program

const apply = async (fields: object) => {
  const email = uniqueEmail()
  const login = await newLogin(store, email)
  return await login.post("/affiliate/register", {
    name: "Cy Applicant",
    email,
    agreement_version: "1",
    ...fields,
  })
}

const readProgram = (handle?: string) =>
  store.shop.storefront.get(
    "/store/affiliate/program",
    handle === undefined ? {} : { handle }
  )

describe("a program's form", () => {
  test("is kept, answered, changed and taken away by the merchant", async () => {
    const { id, form_fields } = await addProgram({ form_fields: FORM })
    expect(form_fields).toEqual(FORM)
    const changed = ok(
      await store.admin.post(`${PROGRAMS}/${id}`, {
        form_fields: [FORM[0]],
      })
    ).affiliate_program
    expect(changed.form_fields).toEqual([FORM[0]])
    ok(await store.admin.post(`${PROGRAMS}/${id}`, { name: "Other" }))
    const { affiliate_program } = ok(await store.admin.get(`${PROGRAMS}/${id}`))
    expect(affiliate_program.form_fields).toEqual([FORM[0]])
    ok(await store.admin.post(`${PROGRAMS}/${id}`, { form_fields: [] }))
    ok(await store.admin.delete(`${PROGRAMS}/${id}`))
  })

  const field = (fields: object) => [{ ...FORM[0], ...fields }]
  test.each<[string, unknown, RegExp]>([
    ["that is no list", FORM[0], /'form_fields'/],
    [
      "with 31 questions",
      Array.from({ length: 31 }, (_, i) => ({ ...FORM[0], key: `q${i}` })),
      /form_fields/,
    ],
    ["with a key of capitals", field({ key: "Why" }), /'form_fields\.0\.key'/],
    [
      "with a key that is too long",
      field({ key: "x".repeat(51) }),
      /'form_fields\.0\.key'/,
    ],
    ["with a key twice", [FORM[0], FORM[0]], /'form_fields\.1\.key'/],
    ["without a question", field({ label: "" }), /label/],
    ["of an unknown type", field({ type: "file" }), /type/],
    ["with an unknown field", field({ hint: "?" }), /hint/],
    [
      "with options of a text",
      field({ options: ["a"] }),
      /'form_fields\.0\.options'/,
    ],
    ["with a choice of nothing", field({ type: "choice" }), /options/],
  ])("is refused %s, and nothing changes", async (_what, form_fields, says) => {
    const program = await addProgram({ form_fields: [FORM[0]] })
    for (const path of [PROGRAMS, `${PROGRAMS}/${program.id}`]) {
      const refused = await expectNothingChanged(store, () =>
        store.admin.post(path, {
          ...(path === PROGRAMS ? { name: "N", commission_value: 5 } : {}),
          form_fields,
        })
      )
      expect(refused.status).toBe(400)
      expect(refused.body.message).toMatch(says)
    }
  })
})

describe("answers to a form", () => {
  let program: string
  beforeAll(async () => {
    program = (await addProgram({ form_fields: FORM })).handle
  })

  test("are kept with the application", async () => {
    const { status, body } = await apply({ program, answers: ANSWERS })
    expect(status).toBe(201)
    const { affiliate } = ok(
      await store.admin.get(`/admin/affiliates/${body.affiliate.id}`)
    )
    expect(affiliate.answers).toEqual(ANSWERS)
  })

  const cases: [string, object | undefined, string][] = [
    ["that are missing", undefined, "Field 'answers.why' is required"],
    [
      "without a required one",
      { why: "x" },
      "Field 'answers.channel' is required",
    ],
    [
      "to what is not asked",
      { ...ANSWERS, shoe: "43" },
      "Field 'answers.shoe' is not asked by this program",
    ],
    [
      "that are no number",
      { ...ANSWERS, readers: "many" },
      "Field 'answers.readers' must be a number",
    ],
    [
      "that are no option",
      { ...ANSWERS, channel: "radio" },
      "Field 'answers.channel' must be one of: blog, video",
    ],
    [
      "with an address that runs",
      { ...ANSWERS, site: "javascript:alert(1)" },
      "Field 'answers.site' must be an address that begins with http:// or https://",
    ],
    [
      "with an address of files",
      { ...ANSWERS, site: "file:///etc/passwd" },
      "Field 'answers.site' must be an address that begins with http:// or https://",
    ],
  ]

  test.each(cases)(
    "are refused %s, naming the answer and the rule",
    async (_what, answers, message) => {
      const login = await newLogin(store, uniqueEmail())
      const refused = await expectNothingChanged(store, () =>
        login.post("/affiliate/register", {
          name: "Cy",
          email: uniqueEmail(),
          agreement_version: "1",
          program,
          answers,
        })
      )
      expect(refused).toMatchObject({ status: 400, body: { message } })
    }
  )

  test("of a customer who applies are held to the form too", async () => {
    const customer = await signUp(store.shop, uniqueEmail())
    const body = { name: "Di", agreement_version: "1", program }
    const path = "/store/customers/me/affiliate"
    const refused = await customer.api.post(path, body)
    expect(refused).toMatchObject({
      status: 400,
      body: { message: "Field 'answers.why' is required" },
    })
    const { affiliate } = ok(
      await customer.api.post(path, { ...body, answers: ANSWERS })
    )
    expect(affiliate.program.name).toMatch(/^Program /)
  })

  test("are free where the program asks nothing", async () => {
    const { handle } = await addProgram()
    const answers = { "Anything at all?": ["yes", "no"] }
    expect((await apply({ program: handle, answers })).status).toBe(201)
  })
})

describe("the program that somebody applies to", () => {
  test("is the one whose handle they name", async () => {
    const { id, handle } = await addProgram()
    const { affiliate } = ok(await apply({ program: handle }))
    expect(affiliate.program.id).toBe(id)
  })

  test("must exist, and take applications", async () => {
    expect(await apply({ program: "nowhere" })).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/'program'/) },
    })
    const { handle } = await addProgram({ status: "inactive" })
    expect(await apply({ program: handle })).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
  })

  test("must be that of the referrer", async () => {
    const { id, handle } = await addProgram()
    const parent = await createAffiliate(store, { program_id: id })
    const referral_code = parent.codes[0].code
    const { affiliate } = ok(await apply({ program: handle, referral_code }))
    expect(affiliate.program.id).toBe(id)
    const other = await addProgram()
    const refused = await apply({ program: other.handle, referral_code })
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/'referral_code'/) },
    })
  })
})

describe("the page where somebody applies", () => {
  test("is told the program's name and form, and no terms", async () => {
    const { name, handle } = await addProgram({ form_fields: FORM })
    expect(ok(await readProgram(handle))).toEqual({
      affiliate_program: {
        name,
        handle,
        takes_applications: true,
        form_fields: FORM,
        agreement: null,
      },
    })
    expect(ok(await readProgram()).affiliate_program.handle).toBe("default")
  })

  test("is told the newest version of the agreement", async () => {
    const { id, handle } = await addProgram()
    await store.database.sql(
      `INSERT INTO affiliate_agreement
              (id, program_id, version, title, body, body_sha256, published_at)
       SELECT $1 || n, $1, n, 'Terms ' || n, 'Be kind ' || n, 'x', now()
         FROM generate_series(1, 11) n`,
      [id]
    )
    expect(ok(await readProgram(handle)).affiliate_program.agreement).toEqual({
      version: 11,
      title: "Terms 11",
      body: "Be kind 11",
      requires_acceptance: true,
    })
  })

  test("is told nothing of an unknown or inactive program, and needs the store's key", async () => {
    const { handle } = await addProgram({ status: "inactive" })
    expect((await readProgram("nowhere")).status).toBe(404)
    expect((await readProgram(handle)).status).toBe(404)
    const unknown = await store.shop.storefront.get(
      "/store/affiliate/program",
      { id: "x" }
    )
    expect(unknown.status).toBe(400)
    expect((await store.api.get("/store/affiliate/program")).status).toBe(400)
  })
})
