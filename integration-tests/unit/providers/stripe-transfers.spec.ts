import type { Fault } from "../../peers/stripe"
import { messageOf, useStripe } from "./stripe-connect-world"

const stripe = useStripe()

const CREATE = "POST /v1/transfers"
const DAY = 24 * 60 * 60

describe("looking up", () => {
  test("long after Stripe has forgotten the key, what was sent is found", async () => {
    const payment = await stripe.payment()
    stripe.peer.faults.next(CREATE, { kind: "timeout", when: "after" })
    await messageOf(stripe.provider.send(payment))
    stripe.peer.advance(40 * DAY)

    const [transfer] = stripe.peer.world.transfers
    expect(await stripe.provider.lookUp(payment)).toEqual({
      status: "paid",
      reference: transfer.id,
    })
    expect(
      await stripe.provider.lookUp({ ...payment, reference: transfer.id })
    ).toEqual({ status: "paid", reference: transfer.id })
  })

  test("the key alone would pay again after a day: it is not relied upon", async () => {
    const payment = await stripe.payment()
    await stripe.provider.send(payment)
    stripe.peer.advance(DAY)
    await stripe.provider.send(payment)

    // Two: this is why a payment is looked up first.
    expect(stripe.peer.world.transfers).toHaveLength(2)
    expect(await messageOf(stripe.provider.lookUp(payment))).toMatch(
      /more than one transfer/
    )
  })

  test("a transfer that was taken back in full was not paid", async () => {
    const payment = await stripe.payment()
    await stripe.provider.send(payment)
    await stripe.provider.reverse(
      { ...payment, reference: null },
      "Paid to the wrong person"
    )

    expect(await stripe.provider.lookUp(payment)).toEqual({
      status: "failed",
      reason: expect.stringMatching(/taken back in full/),
    })
  })

  test.each([
    ["amount", { amount: "39.61" }],
    ["payout", { payout_id: "affpo_other" }],
    ["currency", { currency_code: "eur" }],
    ["account", { destination: { account_id: "acct_other" } }],
  ])("a transfer of another %s is loud, not paid", async (_, changes) => {
    const payment = await stripe.payment()
    await stripe.provider.send(payment)

    expect(
      await messageOf(stripe.provider.lookUp({ ...payment, ...changes }))
    ).toMatch(/look at it in Stripe/)
  })

  test("a reference of another payout's transfer is loud", async () => {
    const other = await stripe.payment()
    const payment = await stripe.payment()
    await stripe.provider.send(other)
    const [{ id: reference }] = stripe.peer.world.transfers

    expect(
      await messageOf(stripe.provider.lookUp({ ...payment, reference }))
    ).toMatch(/look at it in Stripe/)
  })

  test("a reference that Stripe does not know is no proof that nothing was sent", async () => {
    const payment = await stripe.payment({ reference: "tr_unknown" })

    expect(await messageOf(stripe.provider.lookUp(payment))).toMatch(
      /could not say/
    )
  })

  test("a list of a Stripe account that never knew the affiliate proves nothing", async () => {
    const payment = await stripe.payment({
      destination: { account_id: "acct_ofanotherstore" },
    })

    expect(await messageOf(stripe.provider.lookUp(payment))).toMatch(
      /api_key is of another Stripe account/
    )
  })

  test.each<Fault["kind"]>(["timeout", "drop", "error", "unavailable"])(
    "%s: it is not known then",
    async (kind) => {
      const payment = await stripe.payment()
      const fault = (
        kind === "unavailable" ? { kind } : { kind, when: "before" }
      ) as Fault
      stripe.peer.faults.next("GET /v1/transfers", fault, 10)

      expect(await messageOf(stripe.provider.lookUp(payment))).toMatch(
        /could not say/
      )
    },
    20_000
  )

  test("a question that fails once is asked again", async () => {
    const payment = await stripe.payment()
    stripe.peer.faults.next("GET /v1/transfers", { kind: "unavailable" })

    expect(await stripe.provider.lookUp(payment)).toEqual({
      status: "not_found",
    })
  })
})

describe("taking back", () => {
  const paid = async () => {
    const payment = await stripe.payment()
    await stripe.provider.send(payment)
    return payment
  }

  test("all of it, once, however often it is asked", async () => {
    const payment = await paid()

    for (let time = 0; time < 2; time++) {
      expect(await stripe.provider.reverse(payment, "A mistake")).toEqual({
        status: "returned",
        reason: "A mistake",
      })
    }
    expect(stripe.peer.world.available.get("usd")).toBe(100_000)
    expect(stripe.peer.world.reversals).toHaveLength(1)
    expect(stripe.peer.world.reversals[0].metadata).toEqual({
      payout_id: payment.payout_id,
      reason: "A mistake",
    })
  })

  test("at the same moment twice: once", async () => {
    const payment = await paid()
    await Promise.allSettled([
      stripe.provider.reverse(payment, "A mistake"),
      stripe.provider.reverse(payment, "A mistake"),
    ])
    expect(stripe.peer.world.available.get("usd")).toBe(100_000)
  })

  test("what is left, where a part was taken back before", async () => {
    const payment = await paid()
    const [{ id }] = stripe.peer.world.transfers
    await reverseInDashboard(id, 1000)

    await stripe.provider.reverse(payment, "The rest")

    expect(stripe.peer.world.reversals.map(({ amount }) => amount)).toEqual([
      1000, 2960,
    ])
  })

  test("what the affiliate no longer has cannot be taken; once it is there again, it can", async () => {
    const payment = await paid()
    const account = payment.destination.account_id
    stripe.peer.drain(account)

    expect(
      await messageOf(stripe.provider.reverse(payment, "A mistake"))
    ).toMatch(/no longer holds this money/)

    stripe.peer.world.purseOf(account).set("usd", 3960)
    expect(await stripe.provider.reverse(payment, "A mistake")).toMatchObject({
      status: "returned",
    })
  })

  test("an answer that is lost is not known; asked again, it is", async () => {
    const payment = await paid()
    stripe.peer.faults.next("POST /v1/transfers/:id/reversals", {
      kind: "timeout",
      when: "after",
    })

    expect(
      await messageOf(stripe.provider.reverse(payment, "A mistake"))
    ).toMatch(/not known whether Stripe took/)
    expect(await stripe.provider.reverse(payment, "A mistake")).toMatchObject({
      status: "returned",
    })
    expect(stripe.peer.world.reversals).toHaveLength(1)
  })

  test("nothing was sent: there is nothing to take back", async () => {
    expect(
      await messageOf(
        stripe.provider.reverse(await stripe.payment(), "A mistake")
      )
    ).toMatch(/no transfer for this payout/)
  })
})

/** As a person does it in Stripe's dashboard. */
async function reverseInDashboard(id: string, amount: number): Promise<void> {
  const response = await fetch(
    `${stripe.peer.url}/v1/transfers/${id}/reversals`,
    {
      method: "POST",
      headers: {
        authorization: "Bearer sk_test_peer",
        "stripe-version": "2026-10-28.endive",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: `amount=${amount}`,
    }
  )
  expect(response.status).toBe(200)
}
