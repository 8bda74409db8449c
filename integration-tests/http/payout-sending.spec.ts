import {
  eventually,
  ok,
  recordEvents,
  useStore,
  type EventRecord,
} from "../harness"
import type { SandboxPayoutProvider } from "../../dev/payout-sandbox/service"
import {
  affiliateService,
  expectSoundPayouts,
  giveMoney,
  makeAffiliate,
  moneyOf,
  WITH_ENCRYPTION,
  WITHOUT_COOL_OFF,
  type TestAffiliate,
} from "../support/affiliates"

/** Payouts through a service that sends the money itself, loaded by the option `payout_providers`. */
const store = useStore({
  env: { ...WITH_ENCRYPTION, ...WITHOUT_COOL_OFF, PAYOUT_SANDBOX: "true" },
  seed: false,
})

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

afterEach(() => expectSoundPayouts(store))

/** The service's own books: what it was asked, and what it really sent. */
const sandbox = () =>
  (
    affiliateService(store)["payoutProvider"](
      "sandbox"
    ) as SandboxPayoutProvider
  ).sandbox

const requestsFor = (id: string) =>
  sandbox().requests.filter(({ payout_id }) => payout_id === id)
const paymentsFor = (id: string) =>
  [...sandbox().payments.values()].filter(
    ({ payout_id, result }) => payout_id === id && result.status !== "failed"
  )

const act = (id: string, action: string, body = {}) =>
  store.admin.post(`/admin/affiliate-payouts/${id}/${action}`, body)

const read = async (id: string) =>
  ok(await store.admin.get(`/admin/affiliate-payouts/${id}`)).payout

const told = (name: string, id: string) =>
  heard.events.filter(
    (event) => event.name === name && (event.data as { id: string }).id === id
  )

const useAccount = async (affiliate: TestAffiliate, account: string) =>
  ok(
    await affiliate.api.post("/affiliate/payout-method", {
      provider: "sandbox",
      details: { account },
    })
  )

/** A pending payout of 30 to an account that behaves as its name says. */
async function payoutTo(account: string) {
  const affiliate = await makeAffiliate(store)
  await useAccount(affiliate, account)
  await giveMoney(store, affiliate.id, 30)
  const { payout } = ok(
    await affiliate.api.post("/affiliate/payouts", { currency_code: "usd" })
  )
  return { affiliate, id: payout.id as string }
}

test("money that arrives at once is paid at once, sent once with the payout's key", async () => {
  const { affiliate, id } = await payoutTo("good")
  const { payout } = ok(await act(id, "process"))
  expect(payout).toMatchObject({
    status: "paid",
    provider: "sandbox",
    reference: `sandbox-${id}-1`,
    destination_masked: { account: "good" },
  })
  expect(requestsFor(id)).toEqual([
    {
      idempotency_key: `${id}-1`,
      payout_id: id,
      affiliate_id: affiliate.id,
      amount: "30",
      currency_code: "usd",
      destination: { account: "good" },
    },
  ])
  expect(await moneyOf(store, affiliate.id)).toMatchObject({
    requested: 0,
    paid: 30,
  })
  await eventually(() =>
    expect(told("affiliate.payout_paid", id)).toHaveLength(1)
  )
})

test("what the service refuses has failed: the money is available again", async () => {
  const { affiliate, id } = await payoutTo("closed")
  const { payout } = ok(await act(id, "process"))
  expect(payout).toMatchObject({
    status: "failed",
    failure_reason: "The account is closed",
  })
  expect(Date.parse(payout.failed_at)).not.toBeNaN()
  expect(await moneyOf(store, affiliate.id)).toMatchObject({
    available: 30,
    requested: 0,
    paid: 0,
  })
  await eventually(() =>
    expect(told("affiliate.payout_failed", id)).toHaveLength(1)
  )
})

describe("when the service does not answer", () => {
  test("the payout stays processing, and no action can give the money back or send it again", async () => {
    const { affiliate, id } = await payoutTo("answer_lost")
    expect(ok(await act(id, "process")).payout.status).toBe("processing")
    for (const action of ["process", "cancel", "retry"]) {
      expect(await act(id, action)).toMatchObject({
        status: 400,
        body: { type: "not_allowed" },
      })
    }
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 0,
      requested: 30,
    })
    expect(requestsFor(id)).toHaveLength(1)
    expect(told("affiliate.payout_failed", id)).toEqual([])
  })

  test("a look-up finds the money that arrived", async () => {
    const { affiliate, id } = await payoutTo("answer_lost")
    ok(await act(id, "process"))
    expect(ok(await act(id, "look-up")).payout).toMatchObject({
      status: "paid",
      reference: `sandbox-${id}-1`,
    })
    expect(requestsFor(id)).toHaveLength(1)
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      requested: 0,
      paid: 30,
    })
  })

  test("a look-up sends what never arrived, under the same key", async () => {
    const { affiliate, id } = await payoutTo("request_lost")
    expect(ok(await act(id, "process")).payout.status).toBe("processing")
    expect(paymentsFor(id)).toEqual([])
    expect(ok(await act(id, "look-up")).payout.status).toBe("paid")
    expect(
      requestsFor(id).map(({ idempotency_key }) => idempotency_key)
    ).toEqual([`${id}-1`, `${id}-1`])
    expect(paymentsFor(id)).toHaveLength(1)
    expect(await moneyOf(store, affiliate.id)).toMatchObject({ paid: 30 })
  })

  test("many look-ups at once send it once and book it once", async () => {
    const { affiliate, id } = await payoutTo("request_lost")
    ok(await act(id, "process"))
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => act(id, "look-up"))
    )
    expect(
      answers.filter(({ status }) => status === 200).length
    ).toBeGreaterThan(0)
    expect((await read(id)).status).toBe("paid")
    expect(paymentsFor(id)).toHaveLength(1)
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      requested: 0,
      paid: 30,
    })
    await eventually(() =>
      expect(told("affiliate.payout_paid", id)).toHaveLength(1)
    )
  })
})

describe("a payment under way", () => {
  test("is settled by what the service says later, once", async () => {
    const { affiliate, id } = await payoutTo("slow")
    expect(ok(await act(id, "process")).payout).toMatchObject({
      status: "processing",
      reference: `sandbox-${id}-1`,
    })
    expect(ok(await act(id, "look-up")).payout.status).toBe("processing")
    sandbox().payments.get(`${id}-1`)!.result = {
      status: "paid",
      reference: "arrived",
    }
    expect(ok(await act(id, "look-up")).payout).toMatchObject({
      status: "paid",
      reference: "arrived",
    })
    expect((await act(id, "look-up")).status).toBe(400)
    expect(await moneyOf(store, affiliate.id)).toMatchObject({ paid: 30 })
  })

  test("cannot be canceled, by the affiliate nor by the merchant", async () => {
    const { affiliate, id } = await payoutTo("slow")
    ok(await act(id, "process"))
    expect((await act(id, "cancel")).status).toBe(400)
    expect(
      (await affiliate.api.post(`/affiliate/payouts/${id}/cancel`)).status
    ).toBe(400)
    expect(await moneyOf(store, affiliate.id)).toMatchObject({ requested: 30 })
  })

  test("is not in the file for the bank", async () => {
    const { id } = await payoutTo("slow")
    const { body } = await store.admin.get(
      `/admin/affiliate-payouts/export?ids[]=${id}`
    )
    expect(body.split("\n")).toHaveLength(2)
  })
})

describe("retry", () => {
  test("sends a failed payout anew under a new key, to the account now on file", async () => {
    const { affiliate, id } = await payoutTo("closed")
    ok(await act(id, "process"))
    await useAccount(affiliate, "good")
    const { payout } = ok(await act(id, "retry"))
    expect(payout).toMatchObject({
      status: "paid",
      attempt: 2,
      amount: 30,
      reference: `sandbox-${id}-2`,
      failure_reason: null,
      failed_at: null,
      destination_masked: { account: "good" },
    })
    expect(
      requestsFor(id).map(({ idempotency_key }) => idempotency_key)
    ).toEqual([`${id}-1`, `${id}-2`])
    expect(paymentsFor(id)).toHaveLength(1)
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 0,
      requested: 0,
      paid: 30,
    })
  })

  test("is refused when the money went elsewhere meanwhile", async () => {
    const { affiliate, id } = await payoutTo("closed")
    ok(await act(id, "process"))
    await giveMoney(store, affiliate.id, -0.01)
    const refused = await act(id, "retry")
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
    expect(refused.body.message).toBe(
      "The amount of 30 USD is over the balance: 29.99 USD is available"
    )
    expect((await read(id)).status).toBe("failed")
    expect(requestsFor(id)).toHaveLength(1)
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 29.99,
      requested: 0,
    })
  })

  test("takes later earnings, and nets debts made since", async () => {
    const { affiliate, id } = await payoutTo("closed")
    ok(await act(id, "process"))
    await giveMoney(store, affiliate.id, -20)
    await giveMoney(store, affiliate.id, 25)
    await useAccount(affiliate, "good")
    const { payout } = ok(await act(id, "retry"))
    const amounts = payout.items.map(({ amount }: { amount: number }) => amount)
    expect(amounts.sort((a: number, b: number) => a - b)).toEqual([-20, 20, 30])
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 5,
      paid: 30,
    })
  })

  test("of a payout that did not fail is refused", async () => {
    const { id } = await payoutTo("good")
    expect((await act(id, "retry")).status).toBe(400)
    ok(await act(id, "process"))
    expect((await act(id, "retry")).status).toBe(400)
    expect(requestsFor(id)).toHaveLength(1)
  })
})

describe("an answer about an attempt that is over", () => {
  test("changes nothing: not the failure of the first after the second was paid", async () => {
    const { affiliate, id } = await payoutTo("closed")
    ok(await act(id, "process"))
    await useAccount(affiliate, "slow")
    ok(await act(id, "retry"))
    const late = await affiliateService(store).recordPayout({
      id,
      idempotency_key: `${id}-1`,
      status: "failed",
      reason: "late",
    })
    expect(late).toMatchObject({ status: "processing", changed: false })
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 0,
      requested: 30,
    })
  })

  test("told twice is booked once", async () => {
    const { affiliate, id } = await payoutTo("slow")
    ok(await act(id, "process"))
    const service = affiliateService(store)
    const record = { id, idempotency_key: `${id}-1`, status: "paid" as const }
    const moves = await Promise.all(
      Array.from({ length: 8 }, () => service.recordPayout(record))
    )
    expect(moves.filter(({ changed }) => changed)).toHaveLength(1)
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      requested: 0,
      paid: 30,
    })
  })
})

test("a payout whose provider is gone is not started", async () => {
  const { id } = await payoutTo("good")
  await store.database.sql(
    "UPDATE affiliate_payout SET provider = 'gone' WHERE id = $1",
    [id]
  )
  const refused = await act(id, "process")
  expect(refused).toMatchObject({ status: 400, body: { type: "invalid_data" } })
  expect(refused.body.message).toMatch(
    /gone is not a payout provider of this store/
  )
  expect((await read(id)).status).toBe("pending")
})

test("the store offers each provider with what it asks for", async () => {
  const affiliate = await makeAffiliate(store)
  const { payout_providers } = ok(
    await affiliate.api.get("/affiliate/payout-method")
  )
  expect(payout_providers.map(({ id }: { id: string }) => id)).toEqual([
    "manual",
    "sandbox",
  ])
  const refused = await affiliate.api.post("/affiliate/payout-method", {
    provider: "sandbox",
    details: { account: "unheard of" },
  })
  expect(refused.body.message).toMatch(/details\.account: must be one of/)
})
