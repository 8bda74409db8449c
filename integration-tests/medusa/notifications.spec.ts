import { Modules } from "@medusajs/framework/utils"
import { useStore } from "../harness"
import { startEmailRelay, type EmailRelay } from "../support/email-relay"
import { unique, uniqueEmail } from "../support/people"
import { WITHOUT_SCHEDULE } from "../support/servers"

/** What the plugin takes for granted about e-mails under an idempotency key. */
const env: Record<string, string> = { ...WITHOUT_SCHEDULE }
let relay: EmailRelay
beforeAll(async () => {
  relay = await startEmailRelay()
  env.EMAIL = relay.address
})
afterAll(() => relay.stop())
const store = useStore({ env, seed: false })

const notify = (to: string, idempotency_key: string) =>
  store.container.resolve(Modules.NOTIFICATION).createNotifications({
    to,
    channel: "email",
    template: "any",
    idempotency_key,
    data: {},
  })
const statusesOf = async (to: string) =>
  (
    await store.database.sql<{ status: string }>(
      `SELECT status FROM notification WHERE "to" = $1`,
      [to]
    )
  ).map(({ status }) => status)

test("one that went out is not sent again under its key, and nothing is said", async () => {
  const [to, key] = [uniqueEmail(), unique("key")]
  relay.mode = "take"
  await notify(to, key)
  expect(await statusesOf(to)).toEqual(["success"])
  expect(await notify(to, key)).toBeUndefined()
  expect(relay.takenBy(to)).toHaveLength(1)
})

test("one that failed is sent again under its key, and then called a failure all the same", async () => {
  const [to, key] = [uniqueEmail(), unique("key")]
  relay.mode = "refuse"
  await expect(notify(to, key)).rejects.toThrow("The relay answered 503")
  expect(await statusesOf(to)).toEqual(["failure"])
  relay.mode = "take"
  // It looks for a notification under an id that it has just made up.
  await expect(notify(to, key)).rejects.toThrow(/not found/)
  expect(relay.takenBy(to)).toHaveLength(1)
  expect(await statusesOf(to)).toEqual(["failure"])
})
