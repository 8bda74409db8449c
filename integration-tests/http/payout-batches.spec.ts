import {
  createApi,
  eventually,
  ok,
  PASSWORD,
  startStoreProcess,
  useStore,
  type StoreProcess,
} from "../harness"
import { addAdmin } from "../harness/admin-user"
import {
  addProgram,
  askForPayout,
  giveMoney,
  publishAgreement,
  uniqueEmail,
  type Affiliate,
} from "../harness/affiliates"
import { startSandboxPeer, type SandboxPeer } from "../peers/sandbox/server"
import {
  affiliateService,
  expectSoundPayouts,
  makeAffiliate,
  makePayee,
  moneyOf,
  WITH_ENCRYPTION,
} from "../support/affiliates"
import { examine } from "../support/broken-promises"
import {
  actOnBatch,
  itemsOf,
  makeBatch,
  readBatch,
} from "../support/payout-batches"
import { seedPayees } from "../support/payees"
import { WITHOUT_SCHEDULE } from "../support/servers"
import affiliateRunPayoutSchedules from "../../src/jobs/affiliate-run-payout-schedules"
import { runPayoutBatchWorkflow } from "../../src/workflows/payout-batches"

/**
 * Payouts that are made together, through the manual provider and a service that outlives the store.
 */
const env: Record<string, string> = {
  ...WITH_ENCRYPTION,
  ...WITHOUT_SCHEDULE,
  PAYOUT_SANDBOX: "true",
}

let peer: SandboxPeer
// Before the store is there, because the service's address is in its environment.
beforeAll(async () => {
  peer = await startSandboxPeer()
  env.PAYOUT_SANDBOX_API_BASE = peer.address
})
afterAll(() => peer.stop())

const store = useStore({ env, seed: false })

afterEach(() => expectSoundPayouts(store))

const run = async (id: string) =>
  (await runPayoutBatchWorkflow(store.container).run({ input: { id } })).result

/** Somebody's word, without the event that has the batch run at once: who runs it is the test's to say. */
const approved = (id: string) =>
  affiliateService(store).approvePayoutBatch({
    id,
    by: { id: "user_test", type: "user" },
  })

const untilFinished = (id: string) =>
  eventually(async () => {
    const batch = await readBatch(store, id)
    expect(batch.status).toBe("finished")
    return batch
  })

/** Somebody with money in a program, paid through the sandbox to an account that behaves as its name says. */
async function payeeAt(program_id: string, account: string, amount = 30) {
  const affiliate = await makeAffiliate(store, { program_id })
  ok(
    await affiliate.api.post("/affiliate/payout-method", {
      provider: "sandbox",
      details: { account },
    })
  )
  await giveMoney(store, affiliate.id, amount)
  return affiliate
}

/** How often money really left for an affiliate, by the service's own books. */
const paymentsTo = (affiliate_id: string) =>
  [...peer.sandbox.payments.values()].filter(
    (payment) =>
      payment.affiliate_id === affiliate_id &&
      payment.result.status !== "failed"
  ).length

const suspend = async ({ id }: { id: string }) =>
  ok(
    await store.admin.post(`/admin/affiliates/${id}/suspend`, { reason: "No" })
  )

describe("a dry run", () => {
  const EUR = { currency_code: "eur" }
  const inProgram = async (
    amount: number,
    fields: Parameters<typeof addProgram>[1] = {}
  ) =>
    makePayee(store, [amount], {
      ...EUR,
      program_id: await addProgram(store, fields),
    })

  test("says of everybody what a request of their own then does", async () => {
    const minimum_payouts = [{ ...EUR, amount: 50 }]
    const due = await inProgram(60, { minimum_payouts })
    const withoutMethod = await makeAffiliate(store)
    await giveMoney(store, withoutMethod.id, 20, "eur")
    const notReady = await inProgram(20)
    await store.database.sql(
      "UPDATE affiliate_payout_method SET payouts_enabled = false, state_note = 'Send your passport' WHERE affiliate_id = $1",
      [notReady.id]
    )
    const unsigned = await inProgram(20)
    const { affiliate } = ok(
      await store.admin.get(`/admin/affiliates/${unsigned.id}`)
    )
    await publishAgreement(store, affiliate.program_id)
    const people: Record<string, Affiliate> = {
      not_approved: await inProgram(20),
      agreement_due: unsigned,
      identity_needed: await inProgram(20, { identity_required: "always" }),
      identity_needed_above: await inProgram(20, {
        identity_required: "above_amount",
        identity_amounts: [{ ...EUR, amount: 19.99 }],
      }),
      no_method: withoutMethod,
      account_not_ready: notReady,
      below_minimum: await inProgram(49.99, { minimum_payouts }),
      nothing_available: await inProgram(-5),
    }
    await suspend(people.not_approved)

    const report = await makeBatch(store, { ...EUR, dry_run: true })

    expect(report).toMatchObject({
      id: null,
      dry_run: true,
      item_count: 1,
      amount: 60,
      totals: [
        { currency_code: "eur", provider: "manual", count: 1, amount: 60 },
      ],
      not_due_count: 8,
      // A debt is nobody else's money.
      not_due_amount: 169.99,
    })
    expect(
      Object.fromEntries(
        report.not_due.map(({ affiliate_id, reason }) => [reason, affiliate_id])
      )
    ).toEqual(
      Object.fromEntries(
        Object.entries(people).map(([reason, { id }]) => [reason, id])
      )
    )
    for (const [reason, affiliate] of Object.entries(people)) {
      const { message } = report.not_due.find((row) => row.reason === reason)!
      const { status, body } = await askForPayout(affiliate, "eur")
      expect({ reason, status, message: body.message }).toEqual({
        reason,
        status: 400,
        message,
      })
    }
    expect(report.due).toMatchObject([
      { affiliate_id: due.id, amount: 60, provider: "manual" },
    ])
    const { payout } = ok(await askForPayout(due, "eur"))
    expect(payout.amount).toBe(60)
  })

  test("writes nothing, and refuses what no batch can be made of", async () => {
    const { n } = (
      await store.database.sql<{ n: number }>(
        "SELECT count(*)::int AS n FROM affiliate_payout_batch"
      )
    )[0]!
    expect(n).toBe(0)
    for (const [body, message] of [
      [{ currency_code: "usd", program_id: "affprog_none" }, /program_id/],
      [{ currency_code: "xxx" }, /currency_code/],
      [{ currency_code: "usd", provider: "wire" }, /provider: wire/],
      [{ currency_code: "kwd" }, /Nobody is due/],
    ] as const) {
      const answer = await store.admin.post(
        "/admin/affiliate-payout-batches",
        body
      )
      expect(answer.status).toBe(400)
      expect(answer.body.message).toMatch(message)
    }
    expect(
      await store.database.sql("SELECT 1 FROM affiliate_payout_batch")
    ).toEqual([])
  })
})

describe("a batch", () => {
  test("sets nothing aside before it is approved, then pays everybody once, and reports it", async () => {
    const program_id = await addProgram(store)
    const ada = await makePayee(store, [30, 10], { program_id, name: "=Ada" })
    const good = await payeeAt(program_id, "good")
    const slow = await payeeAt(program_id, "slow", 7)
    const closed = await payeeAt(program_id, "closed")
    const lost = await payeeAt(program_id, "answer_lost")
    const batch = await makeBatch(store, { program_id })
    expect(batch).toMatchObject({
      status: "awaiting_approval",
      item_count: 5,
      amount: 137,
      totals: [
        { provider: "manual", count: 1, amount: 40 },
        { provider: "sandbox", count: 4, amount: 97 },
      ],
      progress: { total: 5, due: 5, done: 0 },
    })
    expect(batch.due).toHaveLength(5)
    expect(await moneyOf(store, ada.id)).toMatchObject({ available: 40 })
    expect(await run(batch.id)).toMatchObject({ done: false, items: 0 })

    await approved(batch.id)
    // Several servers at once: one works, the others leave it to that one.
    await Promise.all([run(batch.id), run(batch.id), run(batch.id)])

    expect(await readBatch(store, batch.id)).toMatchObject({
      status: "finished",
      progress: { total: 5, done: 5, sent: 4, failed: 1, paid: 1 },
    })
    const items = await itemsOf(store, batch.id)
    expect(items[ada.id]).toMatchObject({
      status: "sent",
      amount: 40,
      payout: { status: "processing", amount: 40 },
    })
    expect(items[good.id]).toMatchObject({
      status: "sent",
      payout: { status: "paid" },
    })
    expect(items[slow.id]).toMatchObject({
      status: "sent",
      payout: { status: "processing", amount: 7 },
    })
    expect(items[closed.id]).toMatchObject({
      status: "failed",
      payout: { status: "failed", failure_reason: "The account is closed" },
    })
    expect(items[lost.id]).toMatchObject({ payout: { status: "processing" } })
    expect(await moneyOf(store, closed.id)).toMatchObject({ available: 30 })
    for (const [{ id }, times] of [
      [good, 1],
      [slow, 1],
      [closed, 0],
      [lost, 1],
    ] as const)
      expect(paymentsTo(id)).toBe(times)

    const bank = await fetch(
      new URL(
        `/admin/affiliate-payouts/export?batch_id=${batch.id}`,
        store.baseUrl
      ),
      { headers: store.admin.headers }
    )
    // Of this batch what a person transfers, and nothing of anybody else's.
    const transfers = (await bank.text()).trim().split("\n")
    expect(transfers).toHaveLength(2)
    expect(transfers[1]).toContain("DE89370400440532013000")
    expect(transfers[1]).toContain("40.00")

    const report = await fetch(
      new URL(
        `/admin/affiliate-payout-batches/${batch.id}/report`,
        store.baseUrl
      ),
      { headers: store.admin.headers }
    )
    const lines = (await report.text()).trim().split("\n")
    expect(lines).toHaveLength(6)
    expect(lines[0]).toMatch(/^affiliate_id,affiliate,email,provider/)
    expect(lines.find((line) => line.startsWith(ada.id))).toContain(",'=Ada,")
    expect(lines.find((line) => line.startsWith(closed.id))).toContain(
      "USD,30.00,failed,The account is closed"
    )
  })

  test("says what becomes of its payouts later: one fails after all, one is canceled, one is tried again", async () => {
    const program_id = await addProgram(store)
    const byHand = await makePayee(store, [40], { program_id })
    const slow = await payeeAt(program_id, "slow")
    const closed = await payeeAt(program_id, "closed", 45)
    const { id } = await makeBatch(store, { program_id })
    await approved(id)
    await run(id)
    expect(await readBatch(store, id)).toMatchObject({
      status: "finished",
      progress: { done: 3, sent: 2, failed: 1, canceled: 0 },
    })
    const items = await itemsOf(store, id)
    const payoutOf = (who: Affiliate) => items[who.id]!.payout!.id
    const act = async (who: Affiliate, action: string) =>
      ok(
        await store.admin.post(
          `/admin/affiliate-payouts/${payoutOf(who)}/${action}`,
          {}
        )
      )

    peer.sandbox.payments.get(`${payoutOf(slow)}-1`)!.result = {
      status: "failed",
      reason: "The bank sent it back",
    }
    await act(slow, "look-up")
    await act(byHand, "cancel")
    ok(
      await closed.api.post("/affiliate/payout-method", {
        provider: "sandbox",
        details: { account: "good" },
      })
    )
    ok(
      await store.admin.post(
        `/admin/affiliates/${closed.id}/payout-method/end-cool-off`,
        { reason: "We talked" }
      )
    )
    await act(closed, "retry")

    expect(await readBatch(store, id)).toMatchObject({
      status: "finished",
      progress: {
        total: 3,
        done: 3,
        sent: 1,
        failed: 1,
        canceled: 1,
        paid: 1,
        paid_amount: 45,
      },
    })
    for (const [status, who] of [
      ["sent", closed],
      ["failed", slow],
      ["canceled", byHand],
    ] as const) {
      const { payout_batch_items } = ok(
        await store.admin.get(`/admin/affiliate-payout-batches/${id}/items`, {
          status,
        })
      )
      expect(payout_batch_items).toMatchObject([{ affiliate_id: who.id }])
    }
  })

  test("pays no more than was approved, nobody who may not be paid any more, and not by another way", async () => {
    const program_id = await addProgram(store, {
      minimum_payouts: [{ currency_code: "usd", amount: 20 }],
    })
    const richer = await payeeAt(program_id, "good")
    const poorer = await payeeAt(program_id, "good")
    const tooPoor = await payeeAt(program_id, "good")
    const suspended = await payeeAt(program_id, "good")
    const moved = await payeeAt(program_id, "good")
    const { id } = await makeBatch(store, { program_id })
    await giveMoney(store, richer.id, 100)
    await giveMoney(store, poorer.id, -5)
    await giveMoney(store, tooPoor.id, -15)
    await suspend(suspended)
    ok(
      await store.admin.post(`/admin/affiliates/${moved.id}/payout-method`, {
        provider: "manual",
        details: {
          account_holder: "Ada Lovelace",
          iban: "DE89 3704 0044 0532 0130 00",
        },
      })
    )
    await approved(id)
    expect(await run(id)).toMatchObject({ done: true })

    const items = await itemsOf(store, id)
    expect(items[richer.id]).toMatchObject({ payout: { amount: 30 } })
    expect(await moneyOf(store, richer.id)).toMatchObject({
      available: 100,
      paid: 30,
    })
    expect(items[poorer.id]).toMatchObject({
      amount: 30,
      payout: { amount: 25 },
    })
    expect(items[tooPoor.id]).toMatchObject({
      status: "refused",
      reason: expect.stringContaining("below the minimum payout of 20 USD"),
    })
    expect(items[suspended.id]).toMatchObject({
      status: "refused",
      reason: expect.stringContaining("suspended"),
    })
    expect(items[moved.id]).toMatchObject({
      status: "refused",
      reason: "The payout method on file is another: manual",
    })
    for (const { id: who } of [tooPoor, suspended, moved])
      expect(paymentsTo(who)).toBe(0)
  })

  test("canceled before it runs leaves everybody's money; a finished one cannot be canceled", async () => {
    const program_id = await addProgram(store)
    const ada = await payeeAt(program_id, "good")
    const first = await makeBatch(store, { program_id })
    ok(await actOnBatch(store, first.id, "cancel"))
    expect((await actOnBatch(store, first.id, "approve")).status).toBe(400)
    await run(first.id)
    expect(await readBatch(store, first.id)).toMatchObject({
      status: "canceled",
      progress: { canceled: 1, done: 1 },
    })
    expect(await moneyOf(store, ada.id)).toMatchObject({ available: 30 })

    const second = await makeBatch(store, { program_id })
    expect((await actOnBatch(store, second.id, "resume")).status).toBe(400)
    await approved(second.id)
    await run(second.id)
    expect((await actOnBatch(store, second.id, "cancel")).status).toBe(400)
    expect(await moneyOf(store, ada.id)).toMatchObject({ paid: 30 })
  })

  test("canceled in the middle stops: what is under way is sent once, the rest is not", async () => {
    const program_id = await addProgram(store)
    const people: Affiliate[] = []
    for (let i = 0; i < 8; i++) people.push(await payeeAt(program_id, "good"))
    const { id } = await makeBatch(store, { program_id })
    await approved(id)
    peer.hold("before")
    const running = run(id)
    while (!peer.held()) await new Promise((resolve) => setTimeout(resolve, 20))
    ok(await actOnBatch(store, id, "cancel"))
    peer.letGo()
    await running
    await run(id)

    const { status, progress } = await readBatch(store, id)
    expect(status).toBe("canceled")
    expect(progress.done).toBe(8)
    expect(progress.sent).toBeGreaterThan(0)
    expect(progress.canceled).toBeGreaterThanOrEqual(4)
    const items = await itemsOf(store, id)
    for (const { id: who } of people)
      expect(paymentsTo(who)).toBe(items[who]!.status === "sent" ? 1 : 0)
  })

  test("goes on where another process stopped, asking the service what became of what was under way", async () => {
    const program_id = await addProgram(store)
    const unsent = await payeeAt(program_id, "good")
    const sent = await payeeAt(program_id, "good")
    const { id } = await makeBatch(store, { program_id })
    await approved(id)
    const service = affiliateService(store)
    const chunk = await service.takePayoutBatchChunk({
      id,
      runner: "somebody who dies",
      limit: 10,
      except: [],
    })
    for (const item of chunk!.items) {
      const payout = await service.requestPayoutBatchItem(item.id)
      await service.startPayout(payout!.payout_id)
      if (item.affiliate_id === sent.id)
        await service.sendPayout(payout!.payout_id)
    }
    expect(await run(id)).toMatchObject({ done: false, items: 0 })

    ok(await actOnBatch(store, id, "resume"))
    expect(await untilFinished(id)).toMatchObject({
      progress: { sent: 2, paid: 2 },
    })
    for (const { id: who } of [unsent, sent]) expect(paymentsTo(who)).toBe(1)
  })
})

describe("where two people have to agree", () => {
  /** The option, for these tests alone. */
  const options = () => affiliateService(store)["options_"]
  beforeAll(() => {
    options().payout_batch_approvals = 2
  })
  afterAll(() => {
    options().payout_batch_approvals = 1
  })

  test("who made a batch cannot approve it, somebody else can, and then it runs", async () => {
    const program_id = await addProgram(store)
    const ada = await payeeAt(program_id, "good")
    const { id } = await makeBatch(store, { program_id })
    const own = await actOnBatch(store, id, "approve")
    expect(own.status).toBe(400)
    expect(own.body.message).toMatch(/somebody else than who made it/)
    expect(await run(id)).toMatchObject({ items: 0 })

    const admin = await addAdmin(store.container, store.api, {
      email: uniqueEmail(),
      password: PASSWORD,
    })
    ok(await actOnBatch({ admin }, id, "approve"))
    ok(await actOnBatch({ admin }, id, "approve"))
    expect(await untilFinished(id)).toMatchObject({
      progress: { sent: 1, paid: 1 },
    })
    expect(paymentsTo(ada.id)).toBe(1)
  })
})

describe("a schedule", () => {
  const FRIDAYS = {
    every: "week",
    weekday: 5,
    hour: 9,
    time_zone: "Europe/Berlin",
  }
  const withSchedule = async (schedule: object = {}) => {
    const program_id = await addProgram(store)
    const { affiliate_program } = ok(
      await store.admin.post(`/admin/affiliate-programs/${program_id}`, {
        payout_schedule: { ...FRIDAYS, ...schedule },
      })
    )
    return { program_id, affiliate_program }
  }
  /** As if no server had been up for three weeks. */
  const missed = (program_id: string) =>
    store.database.sql(
      "UPDATE affiliate_program SET payout_schedule_next_at = payout_schedule_next_at - interval '21 days' WHERE id = $1",
      [program_id]
    )
  const batchesOf = async (program_id: string) =>
    ok(await store.admin.get("/admin/affiliate-payout-batches", { program_id }))
      .payout_batches

  test("makes each batch once, by many servers at once, and catches up on missed runs once", async () => {
    const { program_id, affiliate_program } = await withSchedule()
    expect(affiliate_program.payout_schedule).toMatchObject({
      ...FRIDAYS,
      start: "approval",
    })
    const next = new Date(affiliate_program.payout_schedule_next_at)
    expect(next.getTime()).toBeGreaterThan(Date.now())
    const ada = await payeeAt(program_id, "good")
    await giveMoney(store, ada.id, 1000, "jpy")

    await affiliateRunPayoutSchedules(store.container)
    expect(await batchesOf(program_id)).toEqual([])

    await missed(program_id)
    await Promise.all(
      [1, 2, 3].map(() => affiliateRunPayoutSchedules(store.container))
    )
    await affiliateRunPayoutSchedules(store.container)
    const batches = await batchesOf(program_id)
    expect(
      batches.map(
        ({ currency_code, status, created_by }: Record<string, unknown>) => ({
          currency_code,
          status,
          created_by,
        })
      )
    ).toEqual(
      expect.arrayContaining(
        ["usd", "jpy"].map((currency_code) => ({
          currency_code,
          status: "awaiting_approval",
          created_by: null,
        }))
      )
    )
    expect(batches).toHaveLength(2)
    const [{ payout_schedule_next_at }] = await store.database.sql<{
      payout_schedule_next_at: Date
    }>("SELECT payout_schedule_next_at FROM affiliate_program WHERE id = $1", [
      program_id,
    ])
    expect(payout_schedule_next_at).toEqual(next)
    expect(await moneyOf(store, ada.id)).toMatchObject({ available: 30 })
  })

  test("that starts at once pays without anybody's word, in its currencies alone", async () => {
    const { program_id } = await withSchedule({
      start: "at_once",
      currency_codes: ["USD"],
    })
    const ada = await payeeAt(program_id, "good")
    await giveMoney(store, ada.id, 1000, "jpy")
    await missed(program_id)
    await affiliateRunPayoutSchedules(store.container)
    expect(await batchesOf(program_id)).toMatchObject([
      { status: "finished", currency_code: "usd" },
    ])
    expect(paymentsTo(ada.id)).toBe(1)
  })

  test("is refused where it makes no sense, naming the field, and can be taken away", async () => {
    const { program_id } = await withSchedule()
    const path = `/admin/affiliate-programs/${program_id}`
    for (const [wrong, field] of [
      [{ ...FRIDAYS, time_zone: "Europe/Berlln" }, "time_zone"],
      [{ ...FRIDAYS, weekday: 8 }, "weekday"],
      [{ ...FRIDAYS, hour: 24 }, "hour"],
      [{ ...FRIDAYS, day: 1 }, "day"],
      [{ ...FRIDAYS, currency_codes: ["xxx"] }, "currency_codes"],
      [{ ...FRIDAYS, provider: "wire" }, "provider"],
      [{ every: "month", hour: 9, time_zone: "UTC" }, "day"],
      [
        { every: "half_month", days: [3, 3], hour: 9, time_zone: "UTC" },
        "days",
      ],
      [{ every: "year" }, "every"],
    ] as const) {
      const { status, body } = await store.admin.post(path, {
        payout_schedule: wrong,
      })
      expect({ status, message: body.message }).toEqual({
        status: 400,
        message: expect.stringContaining(field),
      })
    }
    const { affiliate_program } = ok(
      await store.admin.post(path, { payout_schedule: null })
    )
    expect(affiliate_program).toMatchObject({
      payout_schedule: null,
      payout_schedule_next_at: null,
    })
  })
})

/** `PAYOUT_BATCH_SIZE=10000` plays it at the size of a large program. */
const SIZE = Number(process.env.PAYOUT_BATCH_SIZE ?? 120)

test(
  `${SIZE} payouts in a batch whose server is killed twice: everybody is paid once`,
  async () => {
    const program_id = await addProgram(store)
    await seedPayees(store, program_id, SIZE)
    const { id } = await makeBatch(store, { program_id })
    await approved(id)
    const start = () =>
      startStoreProcess({
        databaseUrl: store.database.url,
        env: { WORKER_MODE: "shared" },
      })
    /** How many of them the service has paid. */
    const paid = () =>
      [...peer.sandbox.payments.values()].filter(({ affiliate_id }) =>
        affiliate_id.startsWith("aff_many_")
      ).length
    const until = async (
      condition: () => boolean | Promise<boolean>,
      pause_ms = 20
    ) => {
      while (!(await condition()))
        await new Promise((resolve) => setTimeout(resolve, pause_ms))
    }
    for (const part of [1 / 3, 2 / 3]) {
      const server = await start()
      ok(await at(server).post(resume(id)))
      await until(() => paid() >= SIZE * part)
      await server.kill()
      expect(paid()).toBeLessThan(SIZE)
    }
    const server = await start()
    ok(await at(server).post(resume(id)))
    await until(
      async () => (await readBatch(store, id)).status === "finished",
      // Adding up a large batch is work for the same machine.
      SIZE < 1000 ? 20 : 1000
    )
    await server.stop()

    expect(await readBatch(store, id)).toMatchObject({
      progress: { total: SIZE, sent: SIZE, paid: SIZE, paid_amount: SIZE * 10 },
    })
    const payments = [...peer.sandbox.payments.values()].filter(
      ({ affiliate_id }) => affiliate_id.startsWith("aff_many_")
    )
    expect(payments).toHaveLength(SIZE)
    expect(new Set(payments.map(({ affiliate_id }) => affiliate_id)).size).toBe(
      SIZE
    )
    const wrong = await store.database.sql(
      `SELECT affiliate_id FROM affiliate_balance
        WHERE affiliate_id LIKE 'aff_many_%'
          AND (available <> 0 OR requested <> 0 OR paid <> 10)`
    )
    expect(wrong).toEqual([])
    const { checks } = await examine(store)
    expect(checks.filter((check) => !check.ok)).toEqual([])
  },
  120_000 + SIZE * 150
)

/** The administrator at another server. */
const at = ({ baseUrl }: StoreProcess) =>
  createApi(baseUrl, { ...store.admin.headers })

const resume = (id: string) => `/admin/affiliate-payout-batches/${id}/resume`
