import {
  eventually,
  ok,
  recordEvents,
  useStore,
  type EventRecord,
} from "../harness"
import {
  expectSoundPayouts,
  giveMoney,
  makeAffiliate,
  moneyOf,
  saveBankAccount,
  WITH_ENCRYPTION,
} from "../support/affiliates"
import { examine } from "../support/broken-promises"
import { payoutDesk } from "../support/payout-desk"
import { paidAndSent, raiseStorm } from "../support/payout-storm"
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
import { sign } from "../../dev/payout-sandbox/webhooks"

/** What a payment service says of itself, and money that comes back. */
const store = useStore({
  env: {
    ...WITH_ENCRYPTION,
    ...WITH_SANDBOX,
    ...WITHOUT_SCHEDULE,
  },
  seed: false,
})

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

afterEach(() => expectSoundPayouts(store))

const told = (name: string, id: string) =>
  heard.events.filter(
    (event) => event.name === name && (event.data as { id: string }).id === id
  )

const { act, read, stored, say, underWay } = payoutDesk(store)

const RETURNED = { status: "returned", reason: "Unclaimed" } as const

describe("who may say something", () => {
  const said = () => notice({ type: "other", name: "ping" })

  test("a service that signs: it is answered at once, and what concerns nobody is kept as done", async () => {
    expect(await say(notice({ type: "other", name: "ping" }))).toMatchObject({
      provider: "sandbox",
      type: "other",
      says: "ping",
      state: "handled",
      outcome: "It concerns no payout and no account",
    })
  })

  test.each([
    ["without a signature", { signature: null }],
    ["with another secret", { secret: "somebody else's" }],
    [
      "with a signature of six minutes ago",
      { seconds: Math.floor(Date.now() / 1000) - 360 },
    ],
    [
      "with a signature of later",
      { seconds: Math.floor(Date.now() / 1000) + 1000 },
    ],
    ["with something that is no signature", { signature: "t=1,v1=00" }],
  ])("%s nobody is heard", async (_, how) => {
    const forged = said()
    expect(await deliver(store, forged, how)).toMatchObject({
      status: 401,
      body: { type: "unauthorized" },
    })
    expect(await stored(forged)).toBeUndefined()
  })

  test("a body that was altered after it was signed is not heard", async () => {
    const { id, key } = await underWay()
    const genuine = ofPayment(key, { status: "processing" })
    const signature = sign(
      WITH_SANDBOX.PAYOUT_SANDBOX_WEBHOOK_SECRET,
      Buffer.from(JSON.stringify(genuine))
    )
    const altered = { ...genuine, result: { status: "paid" } }
    expect((await deliver(store, altered, { signature })).status).toBe(401)
    expect((await deliver(store, genuine, { signature })).status).toBe(200)
    expect((await read(id)).status).toBe("processing")
  })

  test("an unknown provider, one without webhooks, another method, too much", async () => {
    expect(await deliver(store, said(), { provider: "nobody" })).toMatchObject({
      status: 404,
      body: { type: "not_found" },
    })
    expect(await deliver(store, said(), { provider: "manual" })).toMatchObject({
      status: 405,
      body: { type: "not_allowed" },
    })
    expect((await deliver(store, said(), { method: "GET" })).status).toBe(404)
    const large = { ...said(), name: "x".repeat(600 * 1024) }
    expect((await deliver(store, large)).status).toBe(413)
  })
})

describe("a notice about a payment", () => {
  test("settles it, once, however often it comes", async () => {
    const { affiliate, id, key } = await underWay()
    const said = ofPayment(key, { status: "paid", reference: "T-1" })
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => deliver(store, said))
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(await say(said)).toMatchObject({
      state: "handled",
      outcome: "The payout was paid",
      payout_id: id,
      affiliate_id: affiliate.id,
      attempts: 0,
    })
    expect(await read(id)).toMatchObject({ status: "paid", reference: "T-1" })
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      requested: 0,
      paid: 30,
    })
    await eventually(() =>
      expect(told("affiliate.payout_paid", id)).toHaveLength(1)
    )
    expect(
      ok(
        await store.admin.get("/admin/affiliate-payout-notices", {
          payout_id: id,
        })
      ).count
    ).toBe(1)
  })

  test("a definite failure gives the money back, with the service's reason", async () => {
    const { affiliate, id, key } = await underWay()
    await say(ofPayment(key, { status: "failed", reason: "No such account" }))
    expect(await read(id)).toMatchObject({
      status: "failed",
      failure_reason: "No such account",
    })
    expect(await moneyOf(store, affiliate.id)).toMatchObject({ available: 30 })
  })

  test("late ones change nothing: under way after paid, paid after it came back", async () => {
    const { affiliate, id, key } = await underWay()
    await say(ofPayment(key, { status: "paid" }))
    expect(await say(ofPayment(key, { status: "processing" }))).toMatchObject({
      state: "handled",
      outcome: expect.stringContaining("paid already"),
    })
    await say(ofPayment(key, RETURNED))
    await say(ofPayment(key, { status: "paid" }))
    expect((await read(id)).status).toBe("failed")
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 30,
      requested: 0,
      paid: 0,
    })
  })

  test("that the money came back, heard before that it was paid, comes to the same", async () => {
    const { affiliate, id, key } = await underWay([20, 15, -5])
    await say(ofPayment(key, RETURNED))
    await say(ofPayment(key, { status: "paid" }))
    await say(ofPayment(key, RETURNED))
    const payout = await read(id)
    expect(payout).toMatchObject({
      status: "failed",
      amount: 30,
      returned_amount: 30,
      failure_reason: "Unclaimed",
    })
    expect(Date.parse(payout.returned_at)).not.toBeNaN()
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 30,
      requested: 0,
      paid: 0,
    })
    await eventually(() =>
      expect(told("affiliate.payout_returned", id)).toHaveLength(1)
    )
    expect(told("affiliate.payout_failed", id)).toHaveLength(1)
  })

  test("of an attempt that failed and arrived after all is an alarm, never lost and never booked", async () => {
    const { affiliate, id, key } = await underWay()
    await say(ofPayment(key, { status: "failed", reason: "Refused" }))
    const late = await say(ofPayment(key, { status: "paid" }))
    expect(late).toMatchObject({
      state: "failed",
      last_error: expect.stringContaining("arrived after all"),
    })
    expect((await read(id)).status).toBe("failed")
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 30,
      paid: 0,
    })
    const { checks } = await examine(store)
    expect(
      checks.find(({ name }) => name === "every_payout_notice_is_handled")
    ).toMatchObject({ ok: false, sample: [late.id] })
    // Tried again it is the same; a person closes it.
    const handle = (body: object) =>
      store.admin.post(
        `/admin/affiliate-payout-notices/${late.id}/handle`,
        body
      )
    expect(ok(await handle({})).affiliate_payout_notice.state).toBe("failed")
    expect(
      ok(await handle({ note: "They sent it back" })).affiliate_payout_notice
    ).toMatchObject({
      state: "handled",
      outcome: expect.stringMatching(
        /^By hand by user_\w+: They sent it back$/
      ),
      last_error: null,
    })
    expect((await examine(store)).ok).toBe(true)
  })

  test("of an old attempt is an alarm beside the new one, until it is said to have come back", async () => {
    const { affiliate, id, key } = await underWay()
    await say(ofPayment(key, { status: "failed", reason: "Refused" }))
    ok(await act(id, "retry"))
    await say(ofPayment(`${id}-2`, { status: "paid" }))
    const late = await say(ofPayment(key, { status: "paid" }))
    expect(late.state).toBe("failed")
    await say(ofPayment(key, RETURNED))
    expect(await read(id)).toMatchObject({ status: "paid", returned_amount: 0 })
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 0,
      paid: 30,
    })
    expect(
      ok(
        await store.admin.post(
          `/admin/affiliate-payout-notices/${late.id}/handle`
        )
      ).affiliate_payout_notice.state
    ).toBe("handled")
  })

  test("of a payment that is none of ours is nothing; of a payout that these books do not have, an alarm", async () => {
    expect(
      await say(ofPayment("tr_somebody", { status: "paid" }))
    ).toMatchObject({ state: "handled", payout_id: null })
    const lost = await say(ofPayment("affpay_01LOST-1", { status: "paid" }))
    expect(lost).toMatchObject({
      state: "failed",
      last_error: expect.stringContaining("no payout affpay_01LOST"),
    })
    ok(
      await store.admin.post(
        `/admin/affiliate-payout-notices/${lost.id}/handle`,
        { note: "Of the old shop" }
      )
    )
  })

  test("that could not be handled is tried again by the job, later each time, and in the end by a person", async () => {
    const { id, key } = await underWay()
    const said = ofPayment(key, { ...RETURNED, amount: "0.005" })
    expect((await deliver(store, said)).status).toBe(200)
    const row = await eventually(async () => {
      const row = await stored(said)
      expect(row).toMatchObject({ state: "received", attempts: 1 })
      return row!
    })
    expect(row.last_error).toMatch(/no amount of USD/)
    expect(Date.parse(row.handle_after)).toBeGreaterThan(Date.now() + 60_000)
    const due = (attempts: number) =>
      store.database.sql(
        "UPDATE affiliate_payout_notice SET handle_after = now(), attempts = $2 WHERE id = $1",
        [row.id, attempts]
      )
    await affiliateHandlePayoutNotices(store.container)
    expect((await stored(said))!.attempts).toBe(1)
    await due(1)
    await affiliateHandlePayoutNotices(store.container)
    expect(await stored(said)).toMatchObject({ attempts: 2, state: "received" })
    await due(9)
    await affiliateHandlePayoutNotices(store.container)
    expect(await stored(said)).toMatchObject({
      attempts: 10,
      state: "failed",
      handle_after: null,
    })
    expect((await read(id)).status).toBe("processing")
    await store.database.sql(
      "UPDATE affiliate_payout_notice SET content = jsonb_set(content, '{result,amount}', '\"10\"') WHERE id = $1",
      [row.id]
    )
    ok(
      await store.admin.post(`/admin/affiliate-payout-notices/${row.id}/handle`)
    )
    expect(await read(id)).toMatchObject({
      status: "paid",
      returned_amount: 10,
    })
  })
})

describe("money that comes back", () => {
  test("in parts is available again to the cent, spread over what the payout was made of; the rest stays paid", async () => {
    const { affiliate, id, key } = await underWay([10, 10, 10])
    await say(ofPayment(key, { status: "paid" }))
    const back = (amount: string) =>
      say(ofPayment(key, { ...RETURNED, amount }))
    await back("10")
    // How much has come back in all: an older figure, and the same again, are nothing new.
    await back("4")
    await back("10")
    expect(await read(id)).toMatchObject({
      status: "paid",
      returned_amount: 10,
      return_reason: "Unclaimed",
    })
    const { payout } = ok(await affiliate.api.get(`/affiliate/payouts/${id}`))
    expect(payout).toMatchObject({ status: "paid", returned_amount: 10 })
    const returned = payout.items.map(
      (item: { returned_amount: number }) => item.returned_amount
    )
    expect(returned.sort()).toEqual([3.33, 3.33, 3.34])
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 10,
      paid: 20,
    })
    await back("30")
    expect(await read(id)).toMatchObject({
      status: "failed",
      returned_amount: 30,
    })
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 30,
      paid: 0,
    })
    expect(told("affiliate.payout_paid", id)).toHaveLength(1)
    expect((await examine(store)).ok).toBe(true)
  })

  test("can be sent again, and come back again", async () => {
    const { affiliate, id, key } = await underWay([20, 10])
    await say(ofPayment(key, RETURNED))
    expect(ok(await act(id, "retry")).payout).toMatchObject({
      status: "processing",
      attempt: 2,
      returned_amount: 0,
      returned_at: null,
      paid_at: null,
    })
    await say(ofPayment(`${id}-2`, { ...RETURNED, amount: "7.5" }))
    expect(await read(id)).toMatchObject({
      status: "paid",
      returned_amount: 7.5,
    })
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 7.5,
      paid: 22.5,
    })
    expect((await examine(store)).ok).toBe(true)
  })

  test("because the merchant has it taken back, once", async () => {
    const { affiliate, id } = await payoutTo(store, "good")
    expect((await act(id, "reverse", { reason: "Early" })).status).toBe(400)
    ok(await act(id, "process"))
    expect((await act(id, "reverse", {})).status).toBe(400)
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        act(id, "reverse", { reason: "Wrong person" })
      )
    )
    expect(
      answers.filter(({ status }) => status === 200).length
    ).toBeGreaterThan(0)
    expect(await read(id)).toMatchObject({
      status: "failed",
      failure_reason: "Wrong person",
    })
    expect(sandboxOf(store).payments.get(`${id}-1`)).toMatchObject({
      reversed: true,
    })
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 30,
      paid: 0,
    })
  })

  test("is not for the manual provider to take back", async () => {
    const ada = await makeAffiliate(store)
    await saveBankAccount(ada)
    await giveMoney(store, ada.id, 10)
    const { payout } = ok(
      await ada.api.post("/affiliate/payouts", { currency_code: "usd" })
    )
    ok(await act(payout.id, "mark-paid"))
    const refused = await act(payout.id, "reverse", { reason: "x" })
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
    expect(refused.body.message).toMatch(/cannot take payments back/)
  })
})

/** `STORM_SECONDS=60` for longer. */
const STORM_MS = Number(process.env.STORM_SECONDS ?? 8) * 1000

test(
  "requests, clawbacks, batches, sending, look-ups and notices at once on the same balances: what left is what the books say",
  async () => {
    const storm = await raiseStorm(store, STORM_MS)
    expect(storm.faults).toEqual([])
    for (const name of [
      "request",
      "pay out together",
      "process",
      "call back",
      "arrive",
      "say something",
    ])
      expect(storm.done[name]?.times ?? 0).toBeGreaterThan(0)
    await eventually(async () => {
      const waiting = await store.database.sql(
        "SELECT id FROM affiliate_payout_notice WHERE state = 'received'"
      )
      expect(waiting).toEqual([])
    })
    for (const { paid, sent } of await paidAndSent(store, storm))
      expect(paid).toBe(sent)
    const open = await store.database.sql(
      "SELECT id FROM affiliate_payout WHERE status = 'processing' AND affiliate_id = ANY($1)",
      [storm.affiliates.map(({ id }) => id)]
    )
    expect(open).toEqual([])
  },
  STORM_MS + 60_000
)

test("the books agree after all of it", async () => {
  const { checks } = await examine(store)
  expect(checks.filter((check) => !check.ok)).toEqual([])
})
