import type { Fault } from "../../peers/stripe"
import { messageOf, useStripe } from "./stripe-connect-world"

const stripe = useStripe()

const CREATE = "POST /v1/transfers"
const DAY = 24 * 60 * 60

const sentUsd = () =>
  stripe.peer.world.transfers.reduce((sum, { amount }) => sum + amount, 0)

describe("sending", () => {
  test("one transfer of exactly the amount, with what it belongs to", async () => {
    const payment = await stripe.payment()

    const result = await stripe.provider.send(payment)

    const [transfer, ...more] = stripe.peer.world.transfers
    expect(more).toEqual([])
    expect(result).toEqual({ status: "paid", reference: transfer.id })
    expect(transfer).toMatchObject({
      amount: 3960,
      currency: "usd",
      destination: payment.destination.account_id,
      transfer_group: payment.idempotency_key,
      metadata: {
        payout_id: payment.payout_id,
        affiliate_id: payment.affiliate_id,
      },
    })
    const request = stripe.peer.requests.findLast(
      ({ route }) => route === CREATE
    )
    expect(request?.idempotency_key).toBe(payment.idempotency_key)
    expect(stripe.peer.world.available.get("usd")).toBe(100_000 - 3960)
  })

  test.each([
    ["2500", "jpy", 2500],
    ["5.120", "kwd", 5120],
    ["0.29", "usd", 29],
  ])("%s %s arrives as %d", async (amount, currency_code, units) => {
    await stripe.provider.send(await stripe.payment({ amount, currency_code }))

    expect(stripe.peer.world.transfers[0].amount).toBe(units)
  })

  test("what Stripe cannot express is refused before anything is asked", async () => {
    const payment = await stripe.payment({
      amount: "5.124",
      currency_code: "kwd",
    })
    const before = stripe.peer.requests.length

    expect(await stripe.provider.send(payment)).toEqual({
      status: "failed",
      reason: expect.stringMatching(/multiples of 0.010 KWD/),
    })
    expect(stripe.peer.requests.length).toBe(before)
  })

  test("twice with one key is once", async () => {
    const payment = await stripe.payment()

    const first = await stripe.provider.send(payment)
    const second = await stripe.provider.send(payment)

    expect(second).toEqual(first)
    expect(sentUsd()).toBe(3960)
  })

  test("twice at the same moment is once, and the second does not know", async () => {
    const payment = await stripe.payment()
    stripe.peer.faults.next(CREATE, { kind: "slow", ms: 150 })

    const results = await Promise.allSettled([
      stripe.provider.send(payment),
      stripe.provider.send(payment),
    ])

    expect(results.map(({ status }) => status).sort()).toEqual([
      "fulfilled",
      "rejected",
    ])
    expect(sentUsd()).toBe(3960)
  })

  test("one key with another amount is loud, and sends nothing", async () => {
    const payment = await stripe.payment()
    await stripe.provider.send(payment)

    expect(
      await messageOf(stripe.provider.send({ ...payment, amount: "50.00" }))
    ).toMatch(/another amount, currency or account/)
    expect(sentUsd()).toBe(3960)
  })
})

describe("what certainly did not happen has failed, in plain words", () => {
  test("too little money in the store's balance", async () => {
    const payment = await stripe.payment({ amount: "1000.01" })

    expect(await stripe.provider.send(payment)).toEqual({
      status: "failed",
      reason: "The store's Stripe balance does not cover this payout",
    })
  })

  test("an account that Stripe takes no transfers to", async () => {
    const account_id = await stripe.account()
    stripe.peer.requireMore(account_id, ["individual.id_number"])

    expect(
      await stripe.provider.send(
        await stripe.payment({ destination: { account_id } })
      )
    ).toEqual({
      status: "failed",
      reason: expect.stringMatching(/set-up at Stripe must be finished/),
    })
  })

  test("an account that has left", async () => {
    const account_id = await stripe.account()
    stripe.peer.deauthorize(account_id)

    expect(
      await stripe.provider.send(
        await stripe.payment({ destination: { account_id } })
      )
    ).toEqual({
      status: "failed",
      reason: expect.stringMatching(/does not know the affiliate's account/),
    })
  })

  test("a currency that Stripe does not send", async () => {
    expect(
      await stripe.provider.send(
        await stripe.payment({ currency_code: "xau", amount: "1" })
      )
    ).toEqual({
      status: "failed",
      reason: expect.stringMatching(/cannot send this currency/),
    })
  })

  test("an amount that Stripe does not send", async () => {
    expect(
      await stripe.provider.send(await stripe.payment({ amount: "1000000.00" }))
    ).toEqual({
      status: "failed",
      reason: "The amount is more than Stripe sends at once",
    })
  })

  test("no account on file", async () => {
    expect(
      await stripe.provider.send(await stripe.payment({ destination: {} }))
    ).toMatchObject({ status: "failed" })
  })

  test("a new key after a failure pays once the reason is gone; the old key never does", async () => {
    const payment = await stripe.payment({ amount: "1000.01" })
    await stripe.provider.send(payment)
    stripe.peer.fund("usd", 1)

    expect(await stripe.provider.send(payment)).toMatchObject({
      status: "failed",
    })
    expect(
      await stripe.provider.send({ ...payment, idempotency_key: "affpo_9-2" })
    ).toMatchObject({ status: "paid" })
  })
})

/** With how many transfers there are after it. */
const UNKNOWN: [string, Fault, number, number][] = [
  ["no answer, not carried out", { kind: "timeout", when: "before" }, 0, 1],
  ["no answer, carried out", { kind: "timeout", when: "after" }, 1, 1],
  // Twice: a connection that closes is tried once more, under the same key.
  ["broken off, not carried out", { kind: "drop", when: "before" }, 0, 2],
  ["broken off, carried out", { kind: "drop", when: "after" }, 1, 2],
  ["500, carried out", { kind: "error", when: "after" }, 1, 1],
  ["503", { kind: "unavailable" }, 0, 1],
  ["no JSON, carried out", { kind: "garbage", when: "after" }, 1, 1],
  ["no JSON, not carried out", { kind: "garbage", when: "before" }, 0, 1],
  ["429", { kind: "rate_limit" }, 0, 1],
  ["locked by another request", { kind: "lock_timeout" }, 0, 1],
]

describe("what is not known is thrown, looked up, and sent once in the end", () => {
  test.each(UNKNOWN)("%s", async (_, fault, carriedOut, times) => {
    const payment = await stripe.payment()
    stripe.peer.faults.next(CREATE, fault, times)

    expect(await messageOf(stripe.provider.send(payment))).toMatch(
      /not known whether Stripe made the transfer/
    )
    expect(stripe.peer.world.transfers).toHaveLength(carriedOut)

    const found = await stripe.provider.lookUp(payment)
    expect(found.status).toBe(carriedOut ? "paid" : "not_found")
    if (found.status === "not_found") {
      expect(await stripe.provider.send(payment)).toMatchObject({
        status: "paid",
      })
    }
    expect(sentUsd()).toBe(3960)
    expect(stripe.peer.transfersOf(payment.idempotency_key)).toHaveLength(1)
  })

  test("a connection that breaks once is tried once more under the same key", async () => {
    for (const when of ["before", "after"] as const) {
      stripe.peer.faults.next(CREATE, { kind: "drop", when })
      expect(await stripe.provider.send(await stripe.payment())).toMatchObject({
        status: "paid",
      })
    }
    expect(stripe.peer.world.transfers).toHaveLength(2)
  })

  test("a 500 that its key remembers: nothing is sent for a day, then once", async () => {
    const payment = await stripe.payment()
    stripe.peer.faults.next(CREATE, { kind: "error", when: "before" })
    await messageOf(stripe.provider.send(payment))

    expect(await stripe.provider.lookUp(payment)).toEqual({
      status: "not_found",
    })
    await messageOf(stripe.provider.send(payment))
    expect(stripe.peer.world.transfers).toHaveLength(0)

    stripe.peer.advance(DAY)
    await stripe.provider.send(payment)
    expect(sentUsd()).toBe(3960)
  })

  test("a request that is still under way is neither found nor sent again", async () => {
    const payment = await stripe.payment()
    stripe.peer.faults.next(CREATE, { kind: "slow", ms: 1200 })
    await messageOf(stripe.provider.send(payment))

    expect(await stripe.provider.lookUp(payment)).toEqual({
      status: "not_found",
    })
    expect(await messageOf(stripe.provider.send(payment))).toMatch(/not known/)

    while (stripe.peer.world.transfers.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(await stripe.provider.lookUp(payment)).toMatchObject({
      status: "paid",
    })
    expect(sentUsd()).toBe(3960)
  })

  test("a wrong key of the store is no fault of the payment", async () => {
    const payment = await stripe.payment()

    expect(
      await messageOf(
        stripe.providerWith({ api_key: "sk_test_other" }).send(payment)
      )
    ).toMatch(/check api_key/)
  })
})
