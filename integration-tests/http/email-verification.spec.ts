import { createHash } from "node:crypto"
import { eventually, ok, PASSWORD, useStore } from "../harness"
import { newLogin, uniqueEmail } from "../support/people"
import { expectNothingChanged } from "../support/unchanged"

/** A store that has Medusa verify the addresses that affiliates log in with. */
const store = useStore({
  env: {
    EMAIL: "log",
    AFFILIATE_VERIFY_EMAIL: "true",
    AFFILIATE_EMAIL_VERIFICATION_URL: "https://shop.example/affiliates/verify",
  },
})

type Login = Awaited<ReturnType<typeof newLogin>>
type Mail = {
  template: string
  data: { email: string; code: string; verify_url: string | null }
}

const mailsTo = (email: string) =>
  store.database.sql<Mail>(
    `SELECT template, data FROM notification WHERE "to" = $1 ORDER BY created_at`,
    [email]
  )

const ask = (login: Login, email: string, actor_type = "affiliate") =>
  login.post("/auth/verification/request", {
    entity_id: email,
    entity_type: "email",
    metadata: { actor_type },
  })

/** Asks for a code and takes it from the e-mail. */
const codeFor = async (login: Login, email: string): Promise<Mail["data"]> => {
  ok(await ask(login, email))
  return await eventually(async () => {
    const mail = (await mailsTo(email)).at(-1)
    expect(mail?.template).toBe("affiliate-email-verification")
    return mail!.data
  })
}
const confirm = (login: Login, code: string) =>
  login.post("/auth/verification/confirm", { code })

const apply = (login: Login, fields: object = {}) =>
  login.post("/affiliate/register", {
    name: "Vera Fied",
    agreement_version: "1",
    ...fields,
  })

const UNVERIFIED = {
  status: 400,
  body: {
    type: "not_allowed",
    message: expect.stringMatching(/^Verify the e-mail address/),
  },
}

test("nobody applies before the address is verified, and whoever did so logs in as the affiliate", async () => {
  const email = uniqueEmail()
  const login = await newLogin(store, email)
  expect(
    await expectNothingChanged(store, () => apply(login, { email }))
  ).toMatchObject(UNVERIFIED)

  const { code, verify_url } = await codeFor(login, email)
  expect(verify_url).toBe(
    `https://shop.example/affiliates/verify?code=${encodeURIComponent(code)}`
  )
  expect((await apply(login, { email })).status).toBe(400)
  ok(await confirm(login, code))
  const { affiliate } = ok(await apply(login, { email }))

  const { token } = ok(
    await store.api.post("/auth/affiliate/emailpass", {
      email,
      password: PASSWORD,
    })
  )
  const profile = ok(await store.api.as(token).get("/affiliate/profile"))
  expect(profile.affiliate.id).toBe(affiliate.id)
})

test("nobody accepts an invitation before that either, and the invitation is still good", async () => {
  const { affiliate_invitation } = ok(
    await store.admin.post("/admin/affiliate-invitations", {
      email: uniqueEmail(),
    })
  )
  const { token: invitation_token } = affiliate_invitation
  const email = uniqueEmail()
  const login = await newLogin(store, email)
  expect(
    await expectNothingChanged(store, () => apply(login, { invitation_token }))
  ).toMatchObject(UNVERIFIED)
  ok(await confirm(login, (await codeFor(login, email)).code))
  const { affiliate } = ok(await apply(login, { invitation_token }))
  expect(affiliate.status).toBe("approved")
})

test("a code that is wrong verifies nothing", async () => {
  const email = uniqueEmail()
  const login = await newLogin(store, email)
  await codeFor(login, email)
  const wrong = createHash("sha256").update(email).digest("hex")
  expect((await confirm(login, wrong)).status).toBe(400)
  expect(await apply(login, { email })).toMatchObject(UNVERIFIED)
})

test("a code goes to the login's own address alone, and to affiliates alone", async () => {
  const [email, stranger, customer] = [
    uniqueEmail(),
    uniqueEmail(),
    uniqueEmail(),
  ]
  const login = await newLogin(store, email)
  ok(await ask(login, stranger))
  ok(await ask(await newLogin(store, customer), customer, "customer"))
  // Comes after the two, and shows that they were dealt with.
  await codeFor(login, email)
  expect(await mailsTo(email)).toHaveLength(1)
  expect(await mailsTo(stranger)).toEqual([])
  expect(await mailsTo(customer)).toEqual([])
})

test("another's verified address is of no use", async () => {
  const [email, stranger] = [uniqueEmail(), uniqueEmail()]
  const owner = await newLogin(store, stranger)
  ok(await confirm(owner, (await codeFor(owner, stranger)).code))
  const login = await newLogin(store, email)
  expect(await apply(login, { email: stranger })).toMatchObject(UNVERIFIED)
})
