import type Stripe from "stripe"
import type { Odd } from "../../peers/stripe"
import { messageOf, useStripe, WEBHOOK_SECRET } from "./stripe-connect-world"

const stripe = useStripe()

const read = (event: Stripe.Event, odd?: Odd) =>
  stripe.provider.parseWebhook(stripe.peer.signed(event, odd))

const nowSeconds = () => Math.floor(Date.now() / 1000)

/** A payment that was sent. */
const paid = async () => {
  const payment = await stripe.payment()
  await stripe.provider.send(payment)
  return payment
}

describe("who sent it", () => {
  const event = async () => {
    const account = await stripe.account()
    return stripe.peer.requireMore(account, ["external_account"])
  }
  const refused = /not signed by Stripe/

  test("signed by another is refused", async () => {
    expect(
      await messageOf(read(await event(), { secret: "whsec_somebody" }))
    ).toMatch(refused)
  })

  test("changed on the way is refused", async () => {
    expect(
      await messageOf(
        read(await event(), {
          forged: (body) => body.replace("acct_", "acct_x"),
        })
      )
    ).toMatch(refused)
  })

  test("recorded and played again after five minutes is refused", async () => {
    expect(
      await messageOf(
        read(await event(), { signed_at: nowSeconds() - 301 - 5 })
      )
    ).toMatch(refused)
    await expect(
      read(await event(), { signed_at: nowSeconds() - 290 })
    ).resolves.toHaveLength(1)
  })

  test("an old event that Stripe signs now is taken: it tries for days", async () => {
    const one = await event()
    const late = { ...one, created: one.created - 3 * 24 * 60 * 60 }
    await expect(read(late)).resolves.toHaveLength(1)
  })

  test.each<[string, Record<string, string | string[] | undefined>]>([
    ["without a signature", {}],
    ["with an empty one", { "stripe-signature": "" }],
    ["with none that is one", { "stripe-signature": "v1=abc" }],
    ["with two", { "stripe-signature": ["t=1,v1=a", "t=1,v1=b"] }],
  ])("%s is refused", async (_, headers) => {
    const { raw_body } = stripe.peer.signed(await event())
    expect(
      await messageOf(stripe.provider.parseWebhook({ raw_body, headers }))
    ).toMatch(refused)
  })

  test("an empty body is refused", async () => {
    const { headers } = stripe.peer.signed(await event())
    expect(
      await messageOf(
        stripe.provider.parseWebhook({ raw_body: Buffer.alloc(0), headers })
      )
    ).toMatch(refused)
  })

  test("while a secret is rotated, both are good; afterwards only the new", async () => {
    const one = await event()
    const both = stripe.providerWith({
      webhook_secret: ["whsec_new", WEBHOOK_SECRET],
    })
    const after = stripe.providerWith({ webhook_secret: "whsec_new" })

    for (const secret of ["whsec_new", WEBHOOK_SECRET]) {
      await expect(
        both.parseWebhook(stripe.peer.signed(one, { secret }))
      ).resolves.toHaveLength(1)
    }
    expect(
      await messageOf(after.parseWebhook(stripe.peer.signed(one)))
    ).toMatch(refused)
  })

  test("a store without a secret takes none", async () => {
    expect(
      await messageOf(
        stripe
          .providerWith({ webhook_secret: "" })
          .parseWebhook(stripe.peer.signed(await event()))
      )
    ).toMatch(/webhook_secret is not set/)
  })

  test("signed, and no event with its object: thin events are asked not to be sent", async () => {
    const thin = { ...(await event()), object: "v2.core.event" }
    expect(await messageOf(read(thin as unknown as Stripe.Event))).toMatch(
      /snapshot events/
    )
  })
})

describe("what it says of an account", () => {
  test("ready to be paid", async () => {
    const account_id = await stripe.account()
    const event = stripe.peer.complete(account_id)

    expect(await read(event)).toEqual([
      {
        type: "account",
        event_id: event.id,
        account_id,
        state: { payouts_enabled: true },
        identity: { status: "verified" },
      },
    ])
  })

  test("stopped, and why", async () => {
    const account_id = await stripe.account()
    const event = stripe.peer.requireMore(account_id, ["individual.dob.day"])

    expect(await read(event)).toEqual([
      {
        type: "account",
        event_id: event.id,
        account_id,
        state: {
          payouts_enabled: false,
          note: "Stripe still needs a date of birth",
        },
        identity: {
          status: "pending",
          note: "Stripe still needs a date of birth",
        },
      },
    ])
  })

  test("gone", async () => {
    const account_id = await stripe.account()
    const event = stripe.peer.deauthorize(account_id)

    expect(await read(event)).toEqual([
      {
        type: "account",
        event_id: event.id,
        account_id,
        state: {
          payouts_enabled: false,
          note: "The account was disconnected from the store",
        },
      },
    ])
  })

  test("the store's own account is none of ours", async () => {
    const event = stripe.peer.complete(await stripe.account())

    expect(await read({ ...event, account: undefined })).toEqual([
      { type: "other", event_id: event.id, name: "account.updated" },
    ])
  })
})

describe("what it says of a payment", () => {
  test("made", async () => {
    const payment = await paid()
    const event = stripe.peer.lastEvent("transfer.created")

    expect(await read(event)).toEqual([
      {
        type: "payment",
        event_id: event.id,
        idempotency_key: payment.idempotency_key,
        result: {
          status: "paid",
          reference: stripe.peer.world.transfers[0].id,
        },
      },
    ])
  })

  test("taken back in full, with the store's reason", async () => {
    const payment = await paid()
    await stripe.provider.reverse(payment, "Paid twice")
    const event = stripe.peer.lastEvent("transfer.reversed")

    expect(await read(event)).toEqual([
      {
        type: "payment",
        event_id: event.id,
        idempotency_key: payment.idempotency_key,
        result: {
          status: "returned",
          reason: "The transfer was taken back in Stripe: Paid twice",
        },
      },
    ])
  })

  test("taken back in parts: each says how much in all, so that order does not matter", async () => {
    const payment = await paid()
    const [transfer] = stripe.peer.world.transfers
    const events = [1000, 500, 2460].map((amount) => {
      transfer.amount_reversed += amount
      transfer.reversed = transfer.amount_reversed === transfer.amount
      return stripe.peer.world.emit("transfer.reversed", transfer)
    })

    const results = (
      await Promise.all(events.reverse().map((event) => read(event)))
    ).flat()
    expect(results).toMatchObject([
      {
        idempotency_key: payment.idempotency_key,
        result: { status: "returned" },
      },
      {
        result: {
          amount: "15.00",
          reason: "15.00 of 39.60 USD were taken back in Stripe",
        },
      },
      { result: { amount: "10.00" } },
    ])
    expect(results[0]).not.toHaveProperty("result.amount")
  })

  test("twice the same event is the same notice", async () => {
    await paid()
    const event = stripe.peer.lastEvent("transfer.created")

    expect(await read(event)).toEqual(await read(event))
  })
})

describe("nothing that concerns us", () => {
  const nothing = async (event: Stripe.Event) =>
    expect(await read(event)).toEqual([
      { type: "other", event_id: event.id, name: event.type },
    ])

  test("a transfer that a connected account made, with our key written on it", async () => {
    await paid()
    const event = stripe.peer.lastEvent("transfer.created")
    await nothing({ ...event, account: "acct_1Eve" })
  })

  test("a transfer that the store made for something else", async () => {
    await paid()
    const [transfer] = stripe.peer.world.transfers
    await nothing(
      stripe.peer.world.emit("transfer.reversed", { ...transfer, metadata: {} })
    )
    await nothing(
      stripe.peer.world.emit("transfer.created", {
        ...transfer,
        transfer_group: null,
      })
    )
  })

  test("what happens in the other mode", async () => {
    const event = stripe.peer.complete(await stripe.account())
    await nothing({ ...event, livemode: true })
  })

  test("events of other kinds", async () => {
    await nothing(
      stripe.peer.world.emit("payout.paid", { id: "po_1", object: "payout" })
    )
    await nothing(
      stripe.peer.world.emit("some.new.event" as Stripe.Event["type"], {
        id: "x_1",
        object: "x",
      })
    )
  })
})
