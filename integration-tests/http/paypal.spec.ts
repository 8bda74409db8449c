import { eventually, ok, useStore } from "../harness"
import { DAY_MS, startPayPal, type PayPalPeer } from "../peers/paypal"
import {
  expectSoundPayouts,
  giveMoney,
  makeAffiliate,
  moneyOf,
  WITH_ENCRYPTION,
  type TestAffiliate,
} from "../support/affiliates"

/** Payouts by PayPal through the store's own doors, beside a server that behaves as PayPal does. */
const env: Record<string, string> = { ...WITH_ENCRYPTION }
let peer: PayPalPeer

beforeAll(async () => {
  peer = await startPayPal()
  Object.assign(env, peer.env())
})

const store = useStore({ env, seed: false })

afterEach(() => expectSoundPayouts(store))
afterAll(() => peer.stop())

const act = async (id: string, action: string) =>
  ok(await store.admin.post(`/admin/affiliate-payouts/${id}/${action}`)).payout

const read = async (id: string) =>
  ok(await store.admin.get(`/admin/affiliate-payouts/${id}`)).payout

type Payee = { affiliate: TestAffiliate; id: string; email: string }

let count = 0

/** A payout of 30 to somebody's PayPal account, requested and not yet processed. */
async function payoutTo(
  receiver: "registered" | "unregistered"
): Promise<Payee> {
  const email = `payee-${++count}@example.com`
  peer.payouts.receivers.set(email, receiver)
  const affiliate = await makeAffiliate(store)
  const { payout_method } = ok(
    await affiliate.api.post("/affiliate/payout-method", {
      provider: "paypal",
      details: { email: ` ${email.toUpperCase()}` },
    })
  )
  expect(payout_method.details_masked).toEqual({ email: "p•••@example.com" })
  await giveMoney(store, affiliate.id, 30)
  const { payout } = ok(
    await affiliate.api.post("/affiliate/payouts", { currency_code: "usd" })
  )
  return { affiliate, id: payout.id, email }
}

/** The event of a kind that is about a payout. */
const eventOf = (kind: string, id: string) => {
  const event = peer.webhooks
    .of(`PAYOUTS-ITEM.${kind}`)
    .find(({ resource }) => resource.sender_batch_id === `${id}-1`)
  if (!event) throw new Error(`PayPal said nothing of the kind ${kind}`)
  return event
}

const deliver = (
  kind: string,
  id: string,
  sending?: Parameters<PayPalPeer["webhooks"]["deliver"]>[2]
) =>
  peer.webhooks.deliver(
    eventOf(kind, id),
    `${store.baseUrl}/hooks/affiliate/payouts/paypal`,
    sending
  )

test("money is paid when PayPal says that it arrived, and available again when it came back", async () => {
  const { affiliate, id, email } = await payoutTo("registered")
  const processed = await act(id, "process")
  const [batch] = peer.payouts.batchesFor(`${id}-1`)
  expect(processed).toMatchObject({
    status: "processing",
    reference: batch.payout_batch_id,
  })
  expect(batch.items.map(({ wanted }) => wanted)).toEqual([
    {
      recipient_type: "EMAIL",
      receiver: email,
      amount: { value: "30.00", currency: "USD" },
      sender_item_id: id,
    },
  ])

  peer.payouts.process()
  expect(await deliver("SUCCEEDED", id)).toBe(200)
  await eventually(async () => expect((await read(id)).status).toBe("paid"))
  expect(await deliver("SUCCEEDED", id)).toBe(200)
  expect(await moneyOf(store, affiliate.id)).toMatchObject({
    available: 0,
    requested: 0,
    paid: 30,
  })

  peer.payouts.settle(`${id}-1`, "REFUNDED")
  expect(await deliver("REFUNDED", id)).toBe(200)
  await eventually(async () =>
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 30,
      requested: 0,
      paid: 0,
    })
  )
})

test("money nobody claims waits for 30 days, and is available again then", async () => {
  const { affiliate, id } = await payoutTo("unregistered")
  await act(id, "process")
  peer.payouts.process()
  expect(await deliver("UNCLAIMED", id)).toBe(200)
  expect((await act(id, "look-up")).status).toBe("processing")
  expect(await moneyOf(store, affiliate.id)).toMatchObject({ requested: 30 })

  peer.clock.advance(30 * DAY_MS)
  expect(await deliver("RETURNED", id)).toBe(200)
  await eventually(async () =>
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 30,
      requested: 0,
      paid: 0,
    })
  )
  // Late, and out of order.
  expect(await deliver("UNCLAIMED", id)).toBe(200)
  expect(await moneyOf(store, affiliate.id)).toMatchObject({ available: 30 })
  expect(peer.payouts.outFor(`${id}-1`)).toEqual([])
})

test("what is not PayPal's is refused, and moves nothing", async () => {
  const { affiliate, id } = await payoutTo("registered")
  await act(id, "process")
  peer.payouts.process()
  for (const sending of [
    { forged: true },
    { tampered: (body: string) => body.replace("30.00", "31.00") },
    { transmitted_at: Date.now() - 7 * DAY_MS },
  ]) {
    expect(await deliver("SUCCEEDED", id, sending)).toBe(401)
  }
  expect((await read(id)).status).toBe("processing")
  expect(await moneyOf(store, affiliate.id)).toMatchObject({ requested: 30 })
  expect(await deliver("SUCCEEDED", id)).toBe(200)
  await eventually(async () => expect((await read(id)).status).toBe("paid"))
})

test("an answer that is lost is looked up, and the money leaves once", async () => {
  const { affiliate, id } = await payoutTo("registered")
  peer.faults.add({
    on: "POST /v1/payments/payouts",
    what: "drop",
    after_commit: true,
  })
  expect(await act(id, "process")).toMatchObject({
    status: "processing",
    reference: null,
  })
  peer.payouts.process()
  expect((await act(id, "look-up")).status).toBe("paid")
  expect(peer.payouts.outFor(`${id}-1`)).toHaveLength(1)
  expect(await moneyOf(store, affiliate.id)).toMatchObject({ paid: 30 })
})

describe("money that nobody has claimed", () => {
  const reverse = (id: string, reason = "Wrong address") =>
    store.admin.post(`/admin/affiliate-payouts/${id}/reverse`, { reason })

  async function unclaimed() {
    const payee = await payoutTo("unregistered")
    await act(payee.id, "process")
    peer.payouts.process()
    return payee
  }

  test("is called back by the merchant, once, whoever tells of it at the same time, and sent anew", async () => {
    const { affiliate, id } = await unclaimed()
    // PayPal tells of it while it is being called back, and does so twice.
    const before = peer.webhooks.events.length
    const answers = await Promise.all([reverse(id), reverse(id)])
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    expect(peer.webhooks.events.length - before).toBe(1)
    await Promise.all([deliver("CANCELED", id), deliver("CANCELED", id)])
    expect(await deliver("UNCLAIMED", id)).toBe(200)
    expect(await read(id)).toMatchObject({
      status: "failed",
      failure_reason: "Wrong address",
    })
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 30,
      requested: 0,
      paid: 0,
    })
    expect(peer.payouts.outFor(`${id}-1`)).toEqual([])

    ok(await store.admin.post(`/admin/affiliate-payouts/${id}/retry`))
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 0,
      requested: 30,
    })
    expect(peer.payouts.outFor(`${id}-2`)).toHaveLength(1)
  })

  test("is back once also where the webhook comes first", async () => {
    const { affiliate, id } = await unclaimed()
    peer.payouts.settle(`${id}-1`, "RETURNED")
    expect(await deliver("RETURNED", id)).toBe(200)
    await eventually(async () => expect((await read(id)).status).toBe("failed"))
    expect((await reverse(id)).status).toBe(400)
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 30,
      requested: 0,
      paid: 0,
    })
  })

  test("is looked for soon where the answer is lost, and booked once", async () => {
    const { affiliate, id } = await unclaimed()
    await store.database.sql(
      "UPDATE affiliate_payout SET look_up_after = now() + interval '1 day' WHERE id = $1",
      [id]
    )
    peer.faults.add({
      on: "POST /v1/payments/payouts-item/:id/cancel",
      what: "drop",
      after_commit: true,
    })
    expect((await reverse(id)).status).toBe(500)
    const { status, look_up_after } = await read(id)
    expect(status).toBe("processing")
    expect(Date.parse(look_up_after) - Date.now()).toBeLessThan(61_000)
    expect(await moneyOf(store, affiliate.id)).toMatchObject({ requested: 30 })
    expect((await act(id, "look-up")).status).toBe("failed")
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 30,
      requested: 0,
    })
  })

  test("is not called back once it is claimed: the payout is as it was", async () => {
    const { affiliate, id } = await unclaimed()
    peer.payouts.settle(`${id}-1`, "SUCCESS")
    const refused = await reverse(id)
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
    expect(refused.body.message).toMatch(
      /only money that nobody has claimed yet/
    )
    expect((await read(id)).status).toBe("processing")
    expect(await moneyOf(store, affiliate.id)).toMatchObject({ requested: 30 })
  })
})
