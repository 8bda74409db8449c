import affiliateSendInvitations from "../../src/jobs/affiliate-send-invitations"
import {
  createApi,
  eventually,
  ok,
  startStoreProcess,
  useStore,
  type Api,
} from "../harness"
import { startEmailRelay, type EmailRelay } from "../support/email-relay"
import { newLogin, uniqueEmail } from "../support/people"
import { WITHOUT_SCHEDULE } from "../support/servers"

/** E-mails of invitations: each goes out once, is tried again after a failure, and is given up in the end. */
const env: Record<string, string> = { ...WITHOUT_SCHEDULE }
let relay: EmailRelay
beforeAll(async () => {
  relay = await startEmailRelay()
  env.EMAIL = relay.address
})
afterAll(() => relay.stop())
const store = useStore({ env, seed: false })

beforeEach(() => {
  relay.mode = "take"
})

const PATH = "/admin/affiliate-invitations"

type Invitation = {
  id: string
  email: string
  token: string
  email_status: string
  email_error: string | null
  sent_at: string | null
}

const invite = async (
  fields: object = {},
  admin: Api = store.admin
): Promise<Invitation> =>
  ok(await admin.post(PATH, { email: uniqueEmail(), ...fields }))
    .affiliate_invitation
const read = async ({ id }: { id: string }): Promise<Invitation> =>
  ok(await store.admin.get(`${PATH}/${id}`)).affiliate_invitation
const resend = async ({ id }: { id: string }): Promise<Invitation> =>
  ok(await store.admin.post(`${PATH}/${id}/resend`)).affiliate_invitation

const runJob = () => affiliateSendInvitations(store.container)

/** As long later as the next try is put off. */
const later = ({ id }: { id: string }) =>
  store.database.sql(
    `UPDATE affiliate_invitation SET notify_after = now() - interval '1 second'
      WHERE id = $1 AND notify_after IS NOT NULL`,
    [id]
  )
const minutesLeft = async ({ id }: { id: string }): Promise<number> => {
  const [{ minutes }] = await store.database.sql<{ minutes: number }>(
    `SELECT (extract(epoch FROM notify_after - now()) / 60)::float AS minutes
       FROM affiliate_invitation WHERE id = $1`,
    [id]
  )
  return minutes
}
const tokens = (email: string) =>
  relay.takenBy(email).map(({ data }) => data.token)
/** Nothing that other tests have left is due. */
const settleTheRest = () =>
  store.database.sql(
    `UPDATE affiliate_invitation SET revoked_at = now()
      WHERE accepted_at IS NULL AND revoked_at IS NULL`
  )

/** One that the provider has refused once. */
const inviteInVain = async (fields: object = {}): Promise<Invitation> => {
  relay.mode = "refuse"
  const invitation = await invite(fields)
  relay.mode = "take"
  return invitation
}

describe("an invitation that the e-mail provider refuses", () => {
  test("is made all the same, waits, and goes out with the same link once the provider is back", async () => {
    const invitation = await inviteInVain()
    expect(invitation).toMatchObject({
      email_status: "waiting",
      email_error: "The relay answered 503",
      sent_at: null,
    })
    await runJob()
    expect(relay.askedFor(invitation.email)).toHaveLength(1)

    await later(invitation)
    await runJob()
    expect(tokens(invitation.email)).toEqual([invitation.token])
    expect(await read(invitation)).toMatchObject({
      email_status: "sent",
      email_error: null,
      sent_at: expect.any(String),
    })
    const login = await newLogin(store, uniqueEmail())
    const accepted = await login.post("/affiliate/register", {
      name: "Late but there",
      agreement_version: "1",
      invitation_token: invitation.token,
    })
    expect(accepted.status).toBe(201)
  })

  test("is tried later and later, ten times in all, and has failed then", async () => {
    const invitation = await inviteInVain()
    relay.mode = "refuse"
    const waits: number[] = []
    for (let tries = 2; tries <= 10; tries++) {
      waits.push(Math.round(await minutesLeft(invitation)))
      expect((await read(invitation)).email_status).toBe("waiting")
      await later(invitation)
      await runJob()
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280])
    expect(await read(invitation)).toMatchObject({
      email_status: "failed",
      email_error: "The relay answered 503",
    })
    await later(invitation)
    relay.mode = "take"
    await runJob()
    expect(relay.askedFor(invitation.email)).toHaveLength(10)
    expect(relay.takenBy(invitation.email)).toEqual([])
    const notifications = await store.database.sql(
      `SELECT status FROM notification WHERE "to" = $1`,
      [invitation.email]
    )
    expect(notifications).toEqual(Array(10).fill({ status: "failure" }))
  })

  test("that was given up is sent when the merchant sends it again, with a new link", async () => {
    const invitation = await inviteInVain()
    await store.database.sql(
      `UPDATE affiliate_invitation SET notify_attempts = 9, notify_after = NULL WHERE id = $1`,
      [invitation.id]
    )
    relay.mode = "refuse"
    await runJob()
    expect((await read(invitation)).email_status).toBe("failed")
    relay.mode = "take"
    const again = await resend(invitation)
    expect(again).toMatchObject({ email_status: "sent", email_error: null })
    expect(again.token).not.toBe(invitation.token)
    expect(tokens(invitation.email)).toEqual([again.token])
  })

  test("is not sent any more once it was accepted, revoked or has expired", async () => {
    const [accepted, revoked, expired] = [
      await inviteInVain(),
      await inviteInVain(),
      await inviteInVain(),
    ]
    const login = await newLogin(store, uniqueEmail())
    ok(
      await login.post("/affiliate/register", {
        name: "By hand",
        agreement_version: "1",
        invitation_token: accepted.token,
      })
    )
    ok(await store.admin.delete(`${PATH}/${revoked.id}`))
    await store.database.sql(
      `UPDATE affiliate_invitation SET expires_at = now() - interval '1 second' WHERE id = $1`,
      [expired.id]
    )
    for (const invitation of [accepted, revoked, expired]) {
      await later(invitation)
      await runJob()
      expect(relay.takenBy(invitation.email)).toEqual([])
    }
  })

  test("does not keep the merchant waiting: of many, ten are tried, and all go out later", async () => {
    await settleTheRest()
    relay.mode = "refuse"
    const before = relay.asked.length
    const people = Array.from({ length: 25 }, () => ({ email: uniqueEmail() }))
    const { affiliate_invitations } = ok(
      await store.admin.post(PATH, { invitations: people })
    )
    expect(relay.asked.length - before).toBe(10)
    expect(
      affiliate_invitations.map(({ email_status }: Invitation) => email_status)
    ).toEqual(Array(25).fill("waiting"))

    relay.mode = "take"
    for (const invitation of affiliate_invitations) await later(invitation)
    await runJob()
    for (const { email } of people) {
      expect(relay.takenBy(email)).toHaveLength(1)
    }
  })

  test("of which the provider refuses one, the others go out", async () => {
    await settleTheRest()
    const wrong = await inviteInVain()
    const [{ id }] = await store.database.sql<{ id: string }>(
      `UPDATE affiliate_invitation SET notify_after = now() - interval '1 second'
        WHERE id = $1 RETURNING id`,
      [wrong.id]
    )
    expect(id).toBe(wrong.id)
    const people = Array.from({ length: 12 }, () => ({ email: uniqueEmail() }))
    ok(await store.admin.post(PATH, { invitations: people }))
    for (const { email } of people) {
      expect(relay.takenBy(email)).toHaveLength(1)
    }
  })
})

describe("no invitation is sent twice", () => {
  test("by servers that all run the job at the same moment", async () => {
    await settleTheRest()
    relay.mode = "refuse"
    const people = Array.from({ length: 30 }, () => ({ email: uniqueEmail() }))
    const { affiliate_invitations } = ok(
      await store.admin.post(PATH, { invitations: people })
    )
    relay.mode = "take"
    for (const invitation of affiliate_invitations) await later(invitation)
    await Promise.all(Array.from({ length: 6 }, runJob))
    for (const { email } of people) {
      expect(relay.takenBy(email)).toHaveLength(1)
    }
  })

  test("when a server stopped after it went out and before that was written down", async () => {
    const invitation = await invite()
    expect(invitation.email_status).toBe("sent")
    await store.database.sql(
      `UPDATE affiliate_invitation
          SET email_status = 'waiting', sent_at = NULL, notify_after = now() - interval '1 second'
        WHERE id = $1`,
      [invitation.id]
    )
    await runJob()
    expect(relay.askedFor(invitation.email)).toHaveLength(1)
    expect(await read(invitation)).toMatchObject({
      email_status: "sent",
      sent_at: expect.any(String),
    })
  })

  test("when a server stopped after a refusal and before that was written down: the next try is another one", async () => {
    const invitation = await inviteInVain()
    await store.database.sql(
      `UPDATE affiliate_invitation
          SET notify_attempts = 0, notify_after = now() - interval '1 second'
        WHERE id = $1`,
      [invitation.id]
    )
    await runJob()
    expect(relay.askedFor(invitation.email)).toHaveLength(1)
    await later(invitation)
    await runJob()
    expect(relay.takenBy(invitation.email)).toHaveLength(1)
    expect((await read(invitation)).email_status).toBe("sent")
  })

  test("when a server is killed while it is being sent: it has failed, and says why", async () => {
    const server = await startStoreProcess({
      databaseUrl: store.database.url,
      env,
    })
    const email = uniqueEmail()
    relay.mode = "hang"
    const admin = createApi(server.baseUrl, { ...store.admin.headers })
    const request = admin.post(PATH, { email }).catch(() => null)
    await eventually(() => expect(relay.askedFor(email)).toHaveLength(1))
    await server.kill()
    await request
    relay.mode = "take"

    const [invitation] = ok(
      await store.admin.get(PATH, { email })
    ).affiliate_invitations
    expect(invitation.email_status).toBe("waiting")
    await runJob()
    expect(await read(invitation)).toMatchObject({ email_status: "waiting" })
    await later(invitation)
    await runJob()
    expect(await read(invitation)).toMatchObject({
      email_status: "failed",
      email_error: expect.stringContaining("not known"),
    })
    expect(relay.askedFor(email)).toHaveLength(1)
  })

  test("when it is sent again while the one before is on its way: only the new link counts", async () => {
    relay.mode = "hang"
    const email = uniqueEmail()
    const slow = store.admin.post(PATH, { email })
    await eventually(() => expect(relay.askedFor(email)).toHaveLength(1))
    relay.mode = "take"
    const [{ id }] = ok(
      await store.admin.get(PATH, { email })
    ).affiliate_invitations
    const again = await resend({ id })
    expect(again.email_status).toBe("sent")
    relay.letGo()
    await slow
    expect(await read({ id })).toMatchObject({
      email_status: "sent",
      email_error: null,
    })
    expect(tokens(email)).toEqual([again.token])
  })
})

describe("a store", () => {
  test("that has another secret by now says so instead of sending a link that does not work", async () => {
    const invitation = await inviteInVain()
    await store.database.sql(
      `UPDATE affiliate_invitation SET token_seed = 'made with another secret' WHERE id = $1`,
      [invitation.id]
    )
    await later(invitation)
    await runJob()
    expect(relay.takenBy(invitation.email)).toEqual([])
    expect(await read(invitation)).toMatchObject({
      email_status: "failed",
      email_error: expect.stringContaining("jwtSecret"),
    })
  })

  test("without an e-mail provider has nothing to send, also when it gets one: the link was handed over", async () => {
    const without = await startStoreProcess({
      databaseUrl: store.database.url,
      env: { EMAIL: "", ...WITHOUT_SCHEDULE },
    })
    const there = createApi(without.baseUrl, { ...store.admin.headers })
    const invitation = await invite({}, there)
    expect(invitation).toMatchObject({ email_status: "none", sent_at: null })
    await without.stop()
    const withEmail = await startStoreProcess({
      databaseUrl: store.database.url,
      env,
    })
    await withEmail.stop()
    await runJob()
    expect(relay.askedFor(invitation.email)).toEqual([])
    expect(await resend(invitation)).toMatchObject({ email_status: "sent" })
  })

  test("lists invitations by how far their e-mail has come", async () => {
    await settleTheRest()
    const waiting = await inviteInVain()
    const sent = await invite()
    for (const [email_status, { id }] of Object.entries({ waiting, sent })) {
      const { affiliate_invitations } = ok(
        await store.admin.get(PATH, { email_status, status: "open" })
      )
      expect(affiliate_invitations).toMatchObject([{ id, email_status }])
    }
    const wrong = await store.admin.get(PATH, { email_status: "lost" })
    expect(wrong.status).toBe(400)
  })

  test("keeps neither a token nor what makes one where it can be read", async () => {
    const { id, token } = await inviteInVain()
    const [row] = await store.database.sql<{ row: string; seed: string }>(
      `SELECT to_jsonb(i)::text AS row, token_seed AS seed FROM affiliate_invitation i WHERE id = $1`,
      [id]
    )
    expect(row.row).not.toContain(token)
    const answers = JSON.stringify([
      await store.admin.get(`${PATH}/${id}`),
      await store.admin.get("/admin/affiliate-changes", { entity_id: id }),
    ])
    expect(answers).not.toContain(row.seed)
    expect(answers).not.toContain("notify_a")
  })
})
