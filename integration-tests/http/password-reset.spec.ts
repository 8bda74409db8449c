import { eventually, ok, PASSWORD, signUp, useStore } from "../harness"
import { logIn, register, uniqueEmail } from "../support/people"

/** An affiliate who forgot the password sets a new one, with the e-mail that the plugin sends. */
const store = useStore({
  env: {
    EMAIL: "log",
    AFFILIATE_PASSWORD_RESET_URL: "https://shop.example/affiliates/reset",
  },
})

const NEW_PASSWORD = "another password"

const ask = (email: string, actor = "affiliate") =>
  store.api.post(`/auth/${actor}/emailpass/reset-password`, {
    identifier: email,
  })

type Mail = {
  template: string
  data: { token: string; reset_url: string | null; name: string | null }
}
const mailsTo = (email: string) =>
  store.database.sql<Mail>(
    `SELECT template, data FROM notification WHERE "to" = $1 ORDER BY created_at`,
    [email]
  )

const untilMailed = (email: string) =>
  eventually(async () => {
    const [mail] = await mailsTo(email)
    expect(mail).toBeDefined()
    return mail
  })

const setPassword = (token: string, password: string) =>
  store.api.as(token).post("/auth/affiliate/emailpass/update", { password })

const tryLogIn = (email: string, password: string) =>
  store.api.post("/auth/affiliate/emailpass", { email, password })

test("the link of the e-mail sets a new password, once, and the old one is worth nothing", async () => {
  const email = uniqueEmail()
  const { id } = await register(store, { email, name: "Ada Forgetful" })
  expect((await ask(email)).status).toBe(201)
  const { template, data } = await untilMailed(email)
  expect(template).toBe("affiliate-password-reset")
  expect(data.name).toBe("Ada Forgetful")
  const link = new URL(data.reset_url!)
  expect(link.origin + link.pathname).toBe(
    "https://shop.example/affiliates/reset"
  )
  expect(link.searchParams.get("email")).toBe(email)
  const token = link.searchParams.get("token")!

  ok(await setPassword(token, NEW_PASSWORD))
  expect((await tryLogIn(email, PASSWORD)).status).toBe(401)
  const loggedIn = ok(await tryLogIn(email, NEW_PASSWORD))
  const profile = ok(
    await store.api.as(loggedIn.token).get("/affiliate/profile")
  )
  expect(profile.affiliate.id).toBe(id)

  expect((await setPassword(token, "a third one")).status).toBe(401)
  expect((await tryLogIn(email, NEW_PASSWORD)).status).toBe(200)
})

test("a login token is no such link", async () => {
  const email = uniqueEmail()
  await register(store, { email })
  const api = await logIn(store, email)
  const refused = await api.post("/auth/affiliate/emailpass/update", {
    password: NEW_PASSWORD,
  })
  expect(refused.status).toBe(401)
  expect((await tryLogIn(email, PASSWORD)).status).toBe(200)
})

test("nobody learns whether somebody is an affiliate, and nobody else gets an e-mail", async () => {
  const unknown = uniqueEmail()
  const email = uniqueEmail()
  await register(store, { email })
  expect((await ask(unknown)).status).toBe((await ask(email)).status)
  await untilMailed(email)
  expect(await mailsTo(unknown)).toEqual([])
})

test("a customer's new password is the store's affair", async () => {
  const customer = await signUp(store.shop, uniqueEmail())
  ok(await ask(customer.email, "customer"))
  const email = uniqueEmail()
  await register(store, { email })
  ok(await ask(email))
  await untilMailed(email)
  expect(await mailsTo(customer.email)).toEqual([])
})
