import {
  eventually,
  ok,
  recordEvents,
  useStore,
  type EventRecord,
  type Json,
} from "../harness"
import {
  expectSoundPayouts,
  giveMoney,
  makeAffiliate,
  moneyOf,
  saveBankAccount,
  WITH_ENCRYPTION,
  type TestAffiliate,
} from "../support/affiliates"
import { uniqueEmail } from "../harness/affiliates"
import { makeBatch } from "../support/payout-batches"
import { examine } from "../support/broken-promises"
import { payoutDesk } from "../support/payout-desk"
import {
  deliver,
  notice,
  ofPayment,
  payoutTo,
  sandboxOf,
  WITH_SANDBOX,
} from "../support/sandbox"
import { WITHOUT_SCHEDULE } from "../support/servers"
import affiliateHandlePayoutNotices from "../../src/jobs/affiliate-handle-payout-notices"
import affiliateLookUpPayouts from "../../src/jobs/affiliate-look-up-payouts"

/** The accounts that money goes to, and what a payment service is asked. */
const store = useStore({
  env: {
    ...WITH_ENCRYPTION,
    ...WITH_SANDBOX,
    ...WITHOUT_SCHEDULE,
    EMAIL: "log",
  },
  seed: false,
})

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

afterEach(() => expectSoundPayouts(store))

const OTHER_BANK = {
  account_holder: "Ada Lovelace",
  iban: "FR1420041010050500013M02606",
}

const told = (name: string, id: string) =>
  heard.events.filter(
    (event) => event.name === name && (event.data as { id: string }).id === id
  )

const { act, read, stored, say, underWay } = payoutDesk(store)

describe("the account that money goes to", () => {
  const state = (account_id: string, payouts_enabled: boolean, note?: string) =>
    notice({ type: "account", account_id, state: { payouts_enabled, note } })

  const methodOf = async (api: { get: typeof store.admin.get }) =>
    ok(await api.get("/affiliate/payout-method")).payout_method

  test("begins on the service's pages, and gets money once the service says so", async () => {
    const ada = await makeAffiliate(store)
    await giveMoney(store, ada.id, 30)
    const { url } = ok(
      await ada.api.post("/affiliate/payout-method/onboarding", {
        provider: "sandbox",
        return_url: "http://localhost:8000/money",
      })
    )
    expect(new URL(url).searchParams.get("return_url")).toBe(
      "http://localhost:8000/money"
    )
    expect(await methodOf(ada.api)).toMatchObject({
      provider: "sandbox",
      payouts_enabled: false,
      state_note: "The sandbox wants to know more",
    })
    const refused = await ada.api.post("/affiliate/payouts", {
      currency_code: "usd",
    })
    expect(refused.status).toBe(400)
    expect(refused.body.message).toBe(
      "Money cannot be sent to the payout account yet: The sandbox wants to know more"
    )
    const account_id = `sandbox-${ada.id}`
    sandboxOf(store).accounts.set(account_id, { payouts_enabled: true })
    expect(await say(state(account_id, true))).toMatchObject({
      state: "handled",
      affiliate_id: ada.id,
      outcome: "The account can get money",
    })
    expect(await methodOf(ada.api)).toMatchObject({
      payouts_enabled: true,
      state_note: null,
    })
    ok(await ada.api.post("/affiliate/payouts", { currency_code: "usd" }))
  })

  test("that the service stops holds the payout, which is sent when it is in order again", async () => {
    const account_id = "acct_stopped"
    const { affiliate, id } = await payoutTo(store, "good", [30], {
      id: account_id,
    })
    const { accounts } = sandboxOf(store)
    accounts.set(account_id, {
      payouts_enabled: false,
      note: "Passport expired",
    })
    // Notices of an account come in any order: the service is asked how it is now.
    await say(state(account_id, true))
    const held = await act(id, "process")
    expect(held).toMatchObject({ status: 400, body: { type: "not_allowed" } })
    expect(held.body.message).toMatch(/Passport expired/)
    expect((await read(id)).status).toBe("pending")
    accounts.set(account_id, { payouts_enabled: true })
    const { payout_method } = ok(
      await affiliate.api.post("/affiliate/payout-method/refresh")
    )
    expect(payout_method).toMatchObject({ payouts_enabled: true })
    expect(ok(await act(id, "process")).payout.status).toBe("paid")
  })

  test("is one affiliate's", async () => {
    await payoutTo(store, "good", [30], { id: "acct_shared" })
    const bob = await makeAffiliate(store)
    const refused = await bob.api.post("/affiliate/payout-method", {
      provider: "sandbox",
      details: { account: "good", id: "acct_shared" },
    })
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
    expect(refused.body.message).toMatch(/another affiliate's/)
  })

  test("is the affiliate's own affair: they are told when another takes its place", async () => {
    const { affiliate } = await payoutTo(store, "good")
    const untilTold = (times: number) =>
      eventually(async () => {
        expect(
          told("affiliate.payout_method_changed", affiliate.id)
        ).toHaveLength(times)
        const mails = await store.database.sql<{ data: Json }>(
          `SELECT data FROM notification
            WHERE "to" = $1 AND template = 'affiliate-payout-method-changed'`,
          [affiliate.email]
        )
        expect(mails).toHaveLength(times)
        expect(JSON.stringify(mails)).not.toMatch(/3000|2606|iban/i)
      })
    await untilTold(0)
    await saveBankAccount(affiliate)
    await untilTold(1)
    // The same account, written another way and in another order, is no news.
    await saveBankAccount(affiliate, {
      iban: "de89370400440532013000",
      account_holder: " Ada Lovelace ",
    })
    await saveBankAccount(affiliate, OTHER_BANK)
    await untilTold(2)
  })

  describe("that took another one's place", () => {
    const HOUR_MS = 3_600_000

    const ask = (affiliate: TestAffiliate, amount?: number) =>
      affiliate.api.post("/affiliate/payouts", { currency_code: "usd", amount })

    const endCoolOff = (id: string, body: object) =>
      store.admin.post(
        `/admin/affiliates/${id}/payout-method/end-cool-off`,
        body
      )

    /** Somebody with 30 to be paid out, of which 10 are on their way to the account before. */
    async function changed() {
      const eve = await makeAffiliate(store)
      await saveBankAccount(eve)
      await giveMoney(store, eve.id, 30)
      const { payout } = ok(await ask(eve, 10))
      await saveBankAccount(eve, OTHER_BANK)
      return { eve, before: payout.id as string }
    }

    test("gets no money for three days, and affiliate and merchant are told why and until when", async () => {
      const { eve, before } = await changed()
      const { cool_off_until } = await methodOf(eve.api)
      expect((Date.parse(cool_off_until) - Date.now()) / HOUR_MS).toBeCloseTo(
        72,
        1
      )
      const moment = cool_off_until.slice(0, 16).replace("T", " ")
      const words = `Another account was put on file for payouts: to keep the money safe, payouts to it wait until ${moment} UTC`
      for (const refused of [
        await ask(eve),
        await store.admin.post("/admin/affiliate-payouts", {
          affiliate_id: eve.id,
          currency_code: "usd",
        }),
      ]) {
        expect(refused).toMatchObject({
          status: 400,
          body: { type: "not_allowed", message: words },
        })
      }
      expect(
        ok(await store.admin.get(`/admin/affiliates/${eve.id}`)).affiliate
          .payout_method
      ).toMatchObject({ cool_off_until })
      const { not_due } = await makeBatch(store, { dry_run: true })
      expect(not_due).toContainEqual(
        expect.objectContaining({
          affiliate_id: eve.id,
          reason: "cool_off",
          message: words,
        })
      )

      // What was asked for before goes where it was going.
      ok(await act(before, "process"))
      expect((await read(before)).destination_masked).toEqual({
        account_holder: "Ada Lovelace",
        iban: "•••• 3000",
      })

      // The same once more is no change, and prolongs nothing.
      await saveBankAccount(eve, OTHER_BANK)
      expect(await methodOf(eve.api)).toMatchObject({ cool_off_until })

      await store.database.sql(
        "UPDATE affiliate_payout_method SET cool_off_until = now() - interval '1 second' WHERE affiliate_id = $1",
        [eve.id]
      )
      expect(await methodOf(eve.api)).toMatchObject({ cool_off_until: null })
      const { payout } = ok(await ask(eve))
      expect(payout).toMatchObject({
        amount: 20,
        destination_masked: { iban: "•••• 2606" },
      })
    })

    test("gets no failed payout either, until somebody of the store has made sure, who is on record", async () => {
      const { affiliate, id } = await payoutTo(store, "closed")
      ok(await act(id, "process"))
      expect((await endCoolOff(affiliate.id, { reason: "x" })).status).toBe(400)
      ok(
        await affiliate.api.post("/affiliate/payout-method", {
          provider: "sandbox",
          details: { account: "good" },
        })
      )
      const refused = await act(id, "retry")
      expect(refused.body.message).toMatch(/payouts to it wait until/)
      expect((await endCoolOff(affiliate.id, {})).status).toBe(400)
      const reason = "She said so on the phone"
      expect(
        ok(await endCoolOff(affiliate.id, { reason })).payout_method
      ).toMatchObject({ cool_off_until: null })
      expect(ok(await act(id, "retry")).payout.status).toBe("paid")
      const [change] = await store.database.sql<Json>(
        `SELECT actor_type, changes -> 'cool_off_note' ->> 'to' AS note
           FROM affiliate_change
          WHERE entity = 'affiliate_payout_method' AND affiliate_id = $1
          ORDER BY at DESC LIMIT 1`,
        [affiliate.id]
      )
      expect(change).toEqual({ actor_type: "user", note: reason })
      expect((await endCoolOff("aff_none", { reason })).status).toBe(404)
    })

    test("is told where the affiliate had their e-mail until lately, too", async () => {
      const eve = await makeAffiliate(store)
      await saveBankAccount(eve)
      const email = uniqueEmail()
      ok(await store.admin.post(`/admin/affiliates/${eve.id}`, { email }))
      await saveBankAccount(eve, OTHER_BANK)
      await eventually(async () => {
        const mails = await store.database.sql<{ to: string }>(
          `SELECT "to" FROM notification
            WHERE receiver_id = $1 AND template = 'affiliate-payout-method-changed'`,
          [eve.id]
        )
        expect(mails.map(({ to }) => to).sort()).toEqual(
          [email, eve.email].sort()
        )
      })
    })
  })

  test("leads back to the portal or an allowed host, and nowhere else", async () => {
    const ada = await makeAffiliate(store)
    const start = (return_url?: string) =>
      ada.api.post("/affiliate/payout-method/onboarding", {
        provider: "sandbox",
        return_url,
      })
    for (const bad of [
      "https://evil.example",
      "http://localhost:8000@evil.example/",
      "javascript:alert(1)",
    ]) {
      const refused = await start(bad)
      expect(refused).toMatchObject({
        status: 400,
        body: { type: "invalid_data" },
      })
      expect(refused.body.message).toMatch(/return_url/)
    }
    const { url } = ok(await start())
    expect(new URL(url).searchParams.get("return_url")).toBe(
      `${store.baseUrl}/affiliate/portal/payouts/method`
    )
    expect(
      (
        await ada.api.post("/affiliate/payout-method/onboarding", {
          provider: "manual",
        })
      ).body.message
    ).toMatch(/no pages of its own/)
  })

  test("that is unknown yet is asked about again, and left alone in the end", async () => {
    const said = state("acct_unknown", true)
    expect((await deliver(store, said)).status).toBe(200)
    const row = await eventually(async () => {
      const row = await stored(said)
      expect(row).toMatchObject({ state: "received", attempts: 1 })
      return row!
    })
    await store.database.sql(
      "UPDATE affiliate_payout_notice SET handle_after = now(), received_at = now() - interval '1 hour' WHERE id = $1",
      [row.id]
    )
    await affiliateHandlePayoutNotices(store.container)
    expect(await stored(said)).toMatchObject({
      state: "handled",
      outcome: "No affiliate has this account",
    })
  })
})

test("the merchant sees what each provider can do, and tries its keys", async () => {
  const { payout_providers } = ok(
    await store.admin.get("/admin/affiliate-payout-providers")
  )
  expect(payout_providers).toMatchObject([
    {
      id: "manual",
      transferred_by: "person",
      has_webhooks: false,
      webhook_url: null,
      can_reverse: false,
      can_recall: false,
    },
    {
      id: "sandbox",
      transferred_by: "service",
      has_webhooks: true,
      webhook_url: `${store.baseUrl}/hooks/affiliate/payouts/sandbox`,
      can_reverse: true,
      can_recall: true,
      can_check: true,
    },
  ])
  const check = (id: string) =>
    store.admin.post(`/admin/affiliate-payout-providers/${id}/check`)
  expect(ok(await check("sandbox")).check).toEqual({
    ok: true,
    message: "The sandbox answers",
    facts: { mode: "sandbox" },
  })
  sandboxOf(store).down = true
  expect(ok(await check("sandbox")).check).toMatchObject({
    ok: false,
    message: "connect ECONNREFUSED",
  })
  sandboxOf(store).down = false
  expect((await check("manual")).status).toBe(400)
  expect((await check("nobody")).status).toBe(404)
})

describe("a payment that nobody says anything of", () => {
  const due = (id: string, look_ups = 0) =>
    store.database.sql(
      "UPDATE affiliate_payout SET look_up_after = now() - interval '1 second', look_ups = $2 WHERE id = $1",
      [id, look_ups]
    )
  const job = () => affiliateLookUpPayouts(store.container)

  test("is asked about when its time has come, and not before", async () => {
    const { id } = await payoutTo(store, "answer_lost")
    ok(await act(id, "process"))
    await job()
    expect(await read(id)).toMatchObject({ status: "processing", look_ups: 0 })
    await due(id)
    await job()
    expect(await read(id)).toMatchObject({
      status: "paid",
      look_up_after: null,
    })
    await eventually(() =>
      expect(told("affiliate.payout_paid", id)).toHaveLength(1)
    )
  })

  test("is asked about later each time while it is under way, and in the end a person has to look", async () => {
    const { id, key } = await underWay()
    await due(id)
    await job()
    const minutes = async () =>
      (Date.parse((await read(id)).look_up_after) - Date.now()) / 60_000
    expect(await read(id)).toMatchObject({ status: "processing", look_ups: 1 })
    expect(await minutes()).toBeCloseTo(5, 0)
    await due(id, 4)
    await job()
    expect(await minutes()).toBeCloseTo(24 * 60, -1)
    await due(id, 44)
    await job()
    const payout = await read(id)
    expect(payout).toMatchObject({
      status: "processing",
      look_ups: 45,
      look_up_after: null,
    })
    expect(Date.parse(payout.stuck_at)).not.toBeNaN()
    const { checks } = await examine(store)
    expect(checks.filter((check) => !check.ok)).toMatchObject([
      { name: "every_payout_under_way_is_heard_of", sample: [id] },
    ])
    await say(ofPayment(key, { status: "paid" }))
    expect(await read(id)).toMatchObject({ status: "paid", stuck_at: null })
  })

  test("at a service that is down is put off with why, and not given back; after three the others wait for the next run", async () => {
    const made: Awaited<ReturnType<typeof underWay>>[] = []
    for (let i = 0; i < 5; i++) made.push(await underWay())
    for (const { id } of made) await due(id)
    sandboxOf(store).down = true
    await job()
    sandboxOf(store).down = false
    const payouts = await Promise.all(made.map(({ id }) => read(id)))
    const asked = payouts.filter(({ look_ups }) => look_ups === 1)
    expect(asked).toHaveLength(3)
    for (const payout of asked)
      expect(payout).toMatchObject({
        status: "processing",
        look_up_error: "connect ECONNREFUSED",
      })
    for (const { affiliate } of made)
      expect(await moneyOf(store, affiliate.id)).toMatchObject({
        requested: 30,
      })
    await job()
    const after = await Promise.all(made.map(({ id }) => read(id)))
    expect(after.map(({ look_ups }) => look_ups)).toEqual([1, 1, 1, 1, 1])
    expect(
      after.filter(({ look_up_error }) => look_up_error === null)
    ).toHaveLength(2)
  })

  test("whose provider is missing raises the alarm, naming it, and is settled when the provider is back", async () => {
    const { id } = await payoutTo(store, "answer_lost")
    ok(await act(id, "process"))
    const through = (provider: string) =>
      store.database.sql(
        "UPDATE affiliate_payout SET provider = $2 WHERE id = $1",
        [id, provider]
      )
    await through("wire")
    await job()
    expect(await read(id)).toMatchObject({ stuck_at: null })
    await due(id)
    await job()
    const stuck = await read(id)
    expect(stuck).toMatchObject({
      status: "processing",
      look_ups: 0,
      look_up_error: expect.stringMatching(
        /^The payout provider wire is missing: .* mark the payout as paid/
      ),
    })
    expect(Date.parse(stuck.stuck_at)).not.toBeNaN()
    const { checks } = await examine(store)
    expect(checks.filter((check) => !check.ok)).toMatchObject([
      { name: "every_payout_under_way_is_heard_of", sample: [id] },
    ])
    await job()
    expect((await read(id)).stuck_at).toBe(stuck.stuck_at)

    await through("sandbox")
    await job()
    expect(await read(id)).toMatchObject({
      status: "paid",
      stuck_at: null,
      look_up_error: null,
    })
  })

  test("is asked about by one process, however many there are", async () => {
    const ids: string[] = []
    for (let i = 0; i < 3; i++) {
      const { id } = await payoutTo(store, "request_lost")
      ok(await act(id, "process"))
      await due(id)
      ids.push(id)
    }
    await Promise.all(Array.from({ length: 4 }, job))
    const { requests } = sandboxOf(store)
    for (const id of ids) {
      expect((await read(id)).status).toBe("paid")
      // The one that was lost, and the one of the look-up.
      expect(requests.filter(({ payout_id }) => payout_id === id)).toHaveLength(
        2
      )
    }
  })
})

test("the books agree after all of it", async () => {
  const { checks } = await examine(store)
  expect(checks.filter((check) => !check.ok)).toEqual([])
})
