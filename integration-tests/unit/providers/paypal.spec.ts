import { MedusaError } from "@medusajs/framework/utils"

import { PayPalPayoutProvider } from "../../../src/providers/paypal/service"
import type {
  SendPayoutInput,
  StartedPayment,
} from "../../../src/providers/types"
import { DAY_MS, type PayPalPeer, startPayPal } from "../../peers/paypal"

/** The provider as the plugin constructs it, and a server that behaves as PayPal does. */
let peer: PayPalPeer
let provider: PayPalPayoutProvider

const POST = "POST /v1/payments/payouts"
const GET = "GET /v1/payments/payouts/:id"
const TOKEN = "POST /v1/oauth2/token"

const providerFor = (options = {}) =>
  new PayPalPayoutProvider(
    {},
    { ...peer.options(), timeout_ms: 1000, ...options }
  )

beforeEach(async () => {
  peer = await startPayPal()
  provider = providerFor()
})

afterEach(() => peer.stop())

let count = 0

const payoutTo = (
  email = "ada@example.com",
  more: Partial<SendPayoutInput> = {}
): SendPayoutInput => {
  const payout_id = `affpay_${++count}`
  return {
    idempotency_key: `${payout_id}-1`,
    payout_id,
    affiliate_id: "aff_1",
    amount: "30",
    currency_code: "usd",
    destination: { email },
    ...more,
  }
}

const started = (
  input: SendPayoutInput,
  {
    reference = null,
    days_ago = 0,
  }: { reference?: string | null; days_ago?: number } = {}
): StartedPayment => ({
  ...input,
  reference,
  started_at: new Date(Date.now() - days_ago * DAY_MS),
})

/** A payout PayPal has taken, and what it calls it. */
const take = async (email?: string) => {
  const input = payoutTo(email)
  const result = await provider.send(input)
  if (result.status !== "processing") throw new Error("PayPal did not take it")
  return started(input, { reference: result.reference })
}

describe("sending", () => {
  test("asks for one batch with one item under our key, and is not paid by being taken", async () => {
    const input = payoutTo("ada@example.com", { amount: "39.6" })
    const result = await provider.send(input)
    const [{ body }] = peer.asked(POST)
    expect(JSON.parse(body)).toEqual({
      sender_batch_header: { sender_batch_id: input.idempotency_key },
      items: [
        {
          recipient_type: "EMAIL",
          receiver: "ada@example.com",
          amount: { value: "39.60", currency: "USD" },
          sender_item_id: input.payout_id,
        },
      ],
    })
    const [batch] = peer.payouts.batchesFor(input.idempotency_key)
    expect(result).toEqual({
      status: "processing",
      reference: batch.payout_batch_id,
    })
  })

  test("names a PayPal account by its id, and the e-mail that PayPal writes", async () => {
    const input = payoutTo("", { destination: { paypal_id: "G83JXTJ5EHCQ2" } })
    await providerFor({ email_subject: "Your commission" }).send(input)
    expect(JSON.parse(peer.asked(POST)[0].body)).toMatchObject({
      sender_batch_header: { email_subject: "Your commission" },
      items: [{ recipient_type: "PAYPAL_ID", receiver: "G83JXTJ5EHCQ2" }],
    })
  })

  test.each([
    [{ currency_code: "kwd" }, "PayPal does not pay out in KWD"],
    [{ currency_code: "huf", amount: "10.5" }, "no decimals"],
    [{ destination: {} }, "cannot be used"],
  ])("%j has failed before PayPal is asked anything", async (more, reason) => {
    expect(await provider.send(payoutTo(undefined, more))).toEqual({
      status: "failed",
      reason: expect.stringContaining(reason),
    })
    expect(peer.exchanges).toEqual([])
  })

  test("a balance too low is a failure, in plain words", async () => {
    peer.payouts.balance.set("USD", 2999n)
    const input = payoutTo()
    expect(await provider.send(input)).toEqual({
      status: "failed",
      reason: expect.stringMatching(
        /^The store's PayPal balance does not cover this payout \(PayPal: INSUFFICIENT_FUNDS, debug id \w+\)$/
      ),
    })
    expect(peer.payouts.outFor(input.idempotency_key)).toEqual([])
  })

  test("a currency the store holds no balance in is a failure", async () => {
    expect(
      await provider.send(payoutTo(undefined, { currency_code: "brl" }))
    ).toMatchObject({
      status: "failed",
      reason: expect.stringContaining("holds no balance in this currency"),
    })
  })

  test("a key used before leads to the original, and money leaves once", async () => {
    for (const duplicate_link of ["details", "links"] as const) {
      peer.payouts.duplicate_link = duplicate_link
      const input = payoutTo()
      await provider.send(input)
      peer.payouts.process()
      expect(await provider.send(input)).toMatchObject({ status: "paid" })
      expect(peer.payouts.outFor(input.idempotency_key)).toHaveLength(1)
    }
  })

  test("a key used before is no failure where PayPal does not say by what", async () => {
    peer.payouts.duplicate_link = "none"
    const input = payoutTo()
    await provider.send(input)
    await expect(provider.send(input)).rejects.toThrow(/USER_BUSINESS_ERROR/)
  })

  test("a key that paid something else is not taken for this payout", async () => {
    const input = payoutTo()
    await provider.send(input)
    await expect(provider.send({ ...input, amount: "31" })).rejects.toThrow(
      /not the one that was sent: its amount differs/
    )
  })

  test("many at once under one key: one batch", async () => {
    const input = payoutTo()
    const results = await Promise.all(
      Array.from({ length: 20 }, () => provider.send(input))
    )
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(
      1
    )
    expect(peer.payouts.batchesFor(input.idempotency_key)).toHaveLength(1)
  })
})

/** Everything that can happen on the way, and whether PayPal had done what it was asked for by then. */
const FAULTS = [
  ["hang", false, {}],
  ["hang", true, {}],
  ["drop", false, {}],
  ["drop", true, {}],
  ["status", false, { status: 500 }],
  ["status", true, { status: 500 }],
  ["status", false, { status: 503 }],
  ["status", false, { status: 429 }],
  ["status", true, { status: 429 }],
  ["malformed", false, {}],
  ["malformed", true, {}],
  ["slow", true, { ms: 1500 }],
] as const

describe.each(FAULTS)(
  "when an answer goes wrong (%s, done before: %s, %j)",
  (what, after_commit, more) => {
    test("nothing is certain; the look-up finds out, and money leaves once", async () => {
      const input = payoutTo()
      peer.faults.add({ on: POST, what, after_commit, ...more })
      await expect(provider.send(input)).rejects.toThrow(/PayPal/)
      const there = peer.payouts.batchesFor(input.idempotency_key)
      expect(there).toHaveLength(after_commit ? 1 : 0)

      const found = await provider.lookUp(started(input))
      const [batch] = peer.payouts.batchesFor(input.idempotency_key)
      expect(found).toEqual({
        status: "processing",
        reference: batch.payout_batch_id,
      })
      peer.payouts.process()
      expect(
        await provider.lookUp(
          started(input, { reference: batch.payout_batch_id })
        )
      ).toEqual({ status: "paid", reference: batch.payout_batch_id })
      expect(peer.payouts.outFor(input.idempotency_key)).toHaveLength(1)
    })

    test("a look-up that goes wrong says nothing either", async () => {
      const payment = await take()
      peer.faults.add({ on: GET, what, ...more })
      await expect(provider.lookUp(payment)).rejects.toThrow(/PayPal/)
      expect((await provider.lookUp(payment)).status).toBe("processing")
    })
  }
)

test("an answer that is slow but in time is an answer", async () => {
  peer.faults.add({ on: POST, what: "slow", ms: 300 })
  expect((await provider.send(payoutTo())).status).toBe("processing")
})

test("a store PayPal restricts has failed no payout: it is sent once PayPal lets it", async () => {
  const [payouts, ...rest] = peer.tokens.scopes
  peer.tokens.scopes = rest
  const input = payoutTo()
  await expect(provider.send(input)).rejects.toThrow(/403 NOT_AUTHORIZED/)
  peer.tokens.scopes = [payouts, ...rest]
  expect((await provider.lookUp(started(input))).status).toBe("processing")
  expect(peer.payouts.outFor(input.idempotency_key)).toHaveLength(1)
})

test("over PayPal's limit of requests nothing is lost", async () => {
  peer.posts_per_minute = 3
  const inputs = Array.from({ length: 5 }, () => payoutTo())
  const results = await Promise.allSettled(
    inputs.map((input) => provider.send(input))
  )
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(2)
  peer.clock.advance(60_000)
  peer.posts_per_minute = 400
  for (const input of inputs) await provider.lookUp(started(input))
  for (const { idempotency_key } of inputs) {
    expect(peer.payouts.outFor(idempotency_key)).toHaveLength(1)
  }
})

describe("looking up", () => {
  test.each([
    ["ada@example.com", "registered", "paid"],
    ["new@example.com", "unregistered", "processing"],
    ["unsure@example.com", "unconfirmed", "processing"],
    ["odd@example.com", "reviewed", "processing"],
    ["closed@example.com", "invalid", "failed"],
    ["locked@example.com", "locked", "failed"],
    ["risky@example.com", "blocked", "failed"],
    ["store@example.com", "store", "failed"],
  ] as const)("money to %s (%s) is %s", async (email, receiver, status) => {
    peer.payouts.receivers.set(email, receiver)
    const payment = await take(email)
    expect((await provider.lookUp(payment)).status).toBe("processing")
    peer.payouts.process()
    const found = await provider.lookUp(payment)
    expect(found.status).toBe(status)
    if (found.status === "failed") expect(found.reason).toMatch(/\(PayPal: \w+/)
  })

  test("by its id repeats no request", async () => {
    const payment = await take()
    await provider.lookUp(payment)
    expect(peer.asked(POST)).toHaveLength(1)
  })

  test("money nobody claims comes back after 30 days", async () => {
    peer.payouts.receivers.set("new@example.com", "unregistered")
    const payment = await take("new@example.com")
    peer.payouts.process()
    const before = peer.payouts.balance.get("USD")!
    peer.clock.advance(29 * DAY_MS)
    expect((await provider.lookUp(payment)).status).toBe("processing")
    peer.clock.advance(DAY_MS)
    expect(await provider.lookUp(payment)).toEqual({
      status: "failed",
      reason: "Nobody claimed the money, and PayPal returned it to the store",
    })
    expect(peer.payouts.balance.get("USD")).toBe(before + 3000n)
  })

  test.each(["REFUNDED", "REVERSED"] as const)(
    "money that arrived and came back (%s) is not paid",
    async (status) => {
      const payment = await take()
      peer.payouts.process()
      expect((await provider.lookUp(payment)).status).toBe("paid")
      peer.payouts.settle(payment.idempotency_key, status)
      expect((await provider.lookUp(payment)).status).toBe("failed")
    }
  )

  test("a payment that never arrived is sent, under the same key", async () => {
    const input = payoutTo()
    expect(
      (await provider.lookUp(started(input, { days_ago: 28 }))).status
    ).toBe("processing")
    expect(peer.payouts.outFor(input.idempotency_key)).toHaveLength(1)
  })

  test("after PayPal has forgotten the key nothing is sent blindly", async () => {
    const input = payoutTo()
    await provider.send(input)
    peer.payouts.process()
    peer.clock.advance(31 * DAY_MS)
    await expect(
      provider.lookUp(started(input, { days_ago: 31 }))
    ).rejects.toThrow(/needs a person/)
    expect(peer.asked(POST)).toHaveLength(1)
    // What the guard is for: PayPal would have paid it again.
    await provider.send(input)
    expect(peer.payouts.outFor(input.idempotency_key)).toHaveLength(2)
  })

  test("long after, what PayPal calls it by still finds it", async () => {
    const payment = await take()
    peer.payouts.process()
    peer.clock.advance(90 * DAY_MS)
    expect(
      await provider.lookUp({
        ...payment,
        started_at: new Date(Date.now() - 90 * DAY_MS),
      })
    ).toMatchObject({ status: "paid" })
  })

  test("a balance too low now does not make a failure of what may have been sent before", async () => {
    const input = payoutTo()
    peer.payouts.balance.set("USD", 0n)
    await expect(provider.lookUp(started(input))).rejects.toThrow(
      /does not show whether it took it before: The store's PayPal balance/
    )
    peer.payouts.balance.set("USD", 3000n)
    expect((await provider.lookUp(started(input))).status).toBe("processing")
  })

  test("what PayPal refuses for how it is written, it refused before too", async () => {
    // Longer than PayPal takes the id of an item.
    const input = payoutTo(undefined, { payout_id: "x".repeat(64) })
    expect(await provider.lookUp(started(input))).toMatchObject({
      status: "failed",
      reason: expect.stringContaining("VALIDATION_ERROR"),
    })
  })

  test("a payment PayPal does not know by the id it gave is left open", async () => {
    await expect(
      provider.lookUp(started(payoutTo(), { reference: "UNKNOWN2BATCH" }))
    ).rejects.toThrow(/404 INVALID_RESOURCE_ID/)
  })
})

describe("the access token", () => {
  test("is asked for once by all who need one at once, and kept", async () => {
    await Promise.all(
      Array.from({ length: 10 }, () => provider.send(payoutTo()))
    )
    await provider.send(payoutTo())
    expect(peer.asked(TOKEN)).toHaveLength(1)
  })

  test("is renewed shortly before it ends", async () => {
    peer.tokens.expires_in = 61
    await provider.send(payoutTo())
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await provider.send(payoutTo())
    expect(peer.asked(TOKEN)).toHaveLength(2)
    expect(peer.asked(POST).map(({ answer }) => answer?.status)).toEqual([
      201, 201,
    ])
  })

  test("that PayPal no longer takes is renewed once, by all together", async () => {
    await provider.send(payoutTo())
    peer.tokens.revoke()
    const results = await Promise.all(
      Array.from({ length: 10 }, () => provider.send(payoutTo()))
    )
    expect(results.every(({ status }) => status === "processing")).toBe(true)
    expect(peer.asked(TOKEN)).toHaveLength(2)
  })

  test("that is never taken is not renewed for ever", async () => {
    peer.tokens.expires_in = 1e-9
    await expect(provider.send(payoutTo())).rejects.toThrow(/401/)
    expect(peer.asked(POST)).toHaveLength(2)
  })

  test("that is not given leaves the payment open, and is asked for again", async () => {
    peer.faults.add({ on: TOKEN, what: "status", status: 503 })
    await expect(provider.send(payoutTo())).rejects.toThrow(/access token/)
    expect((await provider.send(payoutTo())).status).toBe("processing")
  })

  test("wrong keys are named, and never shown", async () => {
    const wrong = providerFor({ client_secret: "hush-hush" })
    const refused = await wrong.send(payoutTo()).catch((error: Error) => error)
    expect(refused).toMatchObject({
      message: "PayPal does not accept the store's client_id and client_secret",
    })
  })
})

const notices = (
  event: Parameters<PayPalPeer["webhooks"]["sign"]>[0],
  sending?: Parameters<PayPalPeer["webhooks"]["sign"]>[1]
) => {
  const { headers, body } = peer.webhooks.sign(event, sending)
  return provider.parseWebhook({ raw_body: body, headers })
}

const UNAUTHORIZED = expect.objectContaining({
  type: MedusaError.Types.UNAUTHORIZED,
})

describe("a webhook", () => {
  test.each([
    ["registered", "SUCCEEDED", { status: "paid" }],
    ["unregistered", "UNCLAIMED", { status: "processing" }],
    ["reviewed", "HELD", { status: "processing" }],
    [
      "invalid",
      "FAILED",
      {
        status: "failed",
        reason: expect.stringContaining("There is no such PayPal account"),
      },
    ],
    [
      "blocked",
      "BLOCKED",
      { status: "failed", reason: expect.stringContaining("risk concerns") },
    ],
  ] as const)(
    "of a payment to somebody %s says %s",
    async (receiver, kind, result) => {
      peer.payouts.receivers.set("ada@example.com", receiver)
      const payment = await take()
      peer.payouts.process()
      const [event] = peer.webhooks.of(`PAYOUTS-ITEM.${kind}`)
      expect(await notices(event)).toEqual([
        {
          type: "payment",
          event_id: event.id,
          idempotency_key: payment.idempotency_key,
          result: { ...result, reference: payment.reference },
        },
      ])
    }
  )

  test.each([
    ["REFUNDED", "The receiver gave the money back"],
    ["REVERSED", "PayPal took the money back from the receiver"],
  ] as const)("tells of money that came back: %s", async (status, reason) => {
    const payment = await take()
    peer.payouts.process()
    peer.payouts.settle(payment.idempotency_key, status)
    const [event] = peer.webhooks.of(`PAYOUTS-ITEM.${status}`)
    expect(await notices(event)).toMatchObject([
      {
        idempotency_key: payment.idempotency_key,
        result: { status: "returned", reason, reference: payment.reference },
      },
    ])
  })

  test("tells of money nobody claimed", async () => {
    peer.payouts.receivers.set("new@example.com", "unregistered")
    await take("new@example.com")
    peer.payouts.process()
    peer.clock.advance(30 * DAY_MS)
    const [event] = peer.webhooks.of("PAYOUTS-ITEM.RETURNED")
    expect(await notices(event)).toMatchObject([
      {
        result: {
          status: "returned",
          reason: expect.stringMatching(/^Nobody claimed/),
        },
      },
    ])
  })

  test("of a denied batch is a failure, of any other batch nothing new", async () => {
    peer.payouts.receivers.set("closed@example.com", "invalid")
    const payment = await take("closed@example.com")
    peer.payouts.process()
    const [processing] = peer.webhooks.of("PAYOUTSBATCH.PROCESSING")
    const [denied] = peer.webhooks.of("PAYOUTSBATCH.DENIED")
    expect(await notices(processing)).toEqual([
      {
        type: "other",
        event_id: processing.id,
        name: "PAYMENT.PAYOUTSBATCH.PROCESSING",
      },
    ])
    expect(await notices(denied)).toMatchObject([
      {
        type: "payment",
        idempotency_key: payment.idempotency_key,
        result: { status: "failed", reference: payment.reference },
      },
    ])
  })

  test("of a batch that was denied names that batch, not the one its key stands for since", async () => {
    peer.payouts.receivers.set("ada@example.com", "invalid")
    const input = payoutTo()
    peer.faults.add({ on: POST, what: "drop", after_commit: true })
    await expect(provider.send(input)).rejects.toThrow(/PayPal/)
    peer.payouts.process()
    peer.payouts.receivers.set("ada@example.com", "registered")
    const found = await provider.lookUp(started(input))
    const [denied, second] = peer.payouts.batchesFor(input.idempotency_key)
    expect(found).toEqual({
      status: "processing",
      reference: second.payout_batch_id,
    })
    expect(
      await notices(peer.webhooks.of("PAYOUTS-ITEM.FAILED")[0])
    ).toMatchObject([
      {
        idempotency_key: input.idempotency_key,
        result: { status: "failed", reference: denied.payout_batch_id },
      },
    ])
    expect(peer.payouts.outFor(input.idempotency_key)).toHaveLength(1)
  })

  test("that does not say which request it is of is asked about", async () => {
    peer.webhooks.says_sender_batch_id = false
    const payment = await take()
    peer.payouts.process()
    const [event] = peer.webhooks.of("PAYOUTS-ITEM.SUCCEEDED")
    expect(event.resource.sender_batch_id).toBeUndefined()
    expect(await notices(event)).toMatchObject([
      { idempotency_key: payment.idempotency_key, result: { status: "paid" } },
    ])
  })

  test("about anything else is genuine, and of no concern", async () => {
    const event = peer.webhooks.add("PAYMENT.SALE.COMPLETED", "sale", {
      id: "S",
    })
    expect(await notices(event)).toEqual([
      { type: "other", event_id: event.id, name: "PAYMENT.SALE.COMPLETED" },
    ])
  })

  test("that is late, or comes twice, says the same with the same event id", async () => {
    await take()
    peer.payouts.process()
    const [event] = peer.webhooks.of("PAYOUTS-ITEM.SUCCEEDED")
    const late = await notices(event, {
      transmitted_at: Date.now() - 3 * DAY_MS,
    })
    expect(late).toEqual(await notices(event))
  })
})

describe("a webhook that is not PayPal's", () => {
  const verified = () =>
    peer.asked("POST /v1/notifications/verify-webhook-signature").length
  const paidEvent = async () => {
    await take()
    peer.payouts.process()
    return peer.webhooks.of("PAYOUTS-ITEM.SUCCEEDED")[0]
  }

  test.each([
    ["signed by somebody else", { forged: true }],
    [
      "changed after it was signed",
      { tampered: (body: string) => body.replace("30.00", "90.00") },
    ],
    [
      "written anew after it was signed",
      { tampered: (body: string) => JSON.stringify(JSON.parse(body)) },
    ],
    ["made for the webhook of another app", { webhook_id: "ANOTHERAPP1" }],
  ])("is refused: %s", async (_what, sending) => {
    const event = await paidEvent()
    await expect(notices(event, sending)).rejects.toEqual(UNAUTHORIZED)
    expect(verified()).toBe(1)
  })

  test.each([
    ["a replay of last week", { transmitted_at: Date.now() - 7 * DAY_MS }],
    ["from the future", { transmitted_at: Date.now() + 3_600_000 }],
    [
      "with a certificate from elsewhere",
      { cert_url: "https://api.paypal.com.evil.example/cert" },
    ],
    ["with a certificate in clear", { cert_url: "http://api.paypal.com/cert" }],
    ["without JSON", { tampered: () => "paid=1" }],
    [
      "with more behind its JSON",
      { tampered: (body: string) => `${body},"webhook_id":"X"` },
    ],
    ["that is no event", { tampered: () => "[]" }],
    ["too long", { tampered: (body: string) => body + " ".repeat(300_000) }],
  ])("costs no request: %s", async (_what, sending) => {
    const event = await paidEvent()
    await expect(notices(event, sending)).rejects.toEqual(UNAUTHORIZED)
    expect(verified()).toBe(0)
  })

  test("costs no request: without one of PayPal's headers, or with two of one", async () => {
    const { headers, body } = peer.webhooks.sign(await paidEvent())
    for (const name of Object.keys(headers).filter((one) =>
      one.startsWith("paypal-")
    )) {
      for (const value of [undefined, [headers[name], headers[name]]]) {
        await expect(
          provider.parseWebhook({
            raw_body: body,
            headers: { ...headers, [name]: value },
          })
        ).rejects.toEqual(UNAUTHORIZED)
      }
    }
    expect(verified()).toBe(0)
  })

  test("cannot be told while PayPal does not answer: it is to come again", async () => {
    const event = await paidEvent()
    peer.faults.add({
      on: "POST /v1/notifications/verify-webhook-signature",
      what: "status",
      status: 503,
    })
    await expect(notices(event)).rejects.toMatchObject({
      type: MedusaError.Types.UNEXPECTED_STATE,
    })
    expect(await notices(event)).toMatchObject([{ type: "payment" }])
  })
})

describe("taking money back", () => {
  test("cancels what nobody has claimed, once", async () => {
    peer.payouts.receivers.set("new@example.com", "unregistered")
    const payment = await take("new@example.com")
    peer.payouts.process()
    for (let time = 0; time < 2; time += 1) {
      expect(await provider.reverse(payment, "Wrong address")).toEqual({
        status: "returned",
        reason: "Wrong address",
      })
    }
    expect(peer.payouts.outFor(payment.idempotency_key)).toEqual([])
    const [event] = peer.webhooks.of("PAYOUTS-ITEM.CANCELED")
    expect(await notices(event)).toMatchObject([
      { result: { status: "returned" } },
    ])
  })

  test("counts as done where PayPal says, too late for this request, that it is", async () => {
    peer.payouts.receivers.set("new@example.com", "unregistered")
    const payment = await take("new@example.com")
    peer.payouts.process()
    const both = await Promise.all([
      provider.recall(payment, "x"),
      provider.recall(payment, "x"),
    ])
    expect(both.map(({ status }) => status)).toEqual(["returned", "returned"])
    expect(
      peer.asked("POST /v1/payments/payouts-item/:id/cancel")
    ).toHaveLength(2)
    expect(peer.webhooks.of("PAYOUTS-ITEM.CANCELED")).toHaveLength(1)
  })

  test.each(["registered", "reviewed"] as const)(
    "is refused in plain words for money to somebody %s",
    async (receiver) => {
      peer.payouts.receivers.set("ada@example.com", receiver)
      const payment = await take()
      peer.payouts.process()
      await expect(provider.reverse(payment, "x")).rejects.toMatchObject({
        type: MedusaError.Types.NOT_ALLOWED,
        message: expect.stringMatching(
          /only money that nobody has claimed yet/
        ),
      })
      expect(peer.payouts.outFor(payment.idempotency_key)).toHaveLength(1)
    }
  )

  test("is refused for a payment PayPal never spoke of", async () => {
    await expect(provider.reverse(started(payoutTo()), "x")).rejects.toThrow(
      /nothing to take back/
    )
  })

  test("whose answer is lost is not known, and found done when it is asked again", async () => {
    peer.payouts.receivers.set("new@example.com", "unregistered")
    const payment = await take("new@example.com")
    peer.payouts.process()
    peer.faults.add({
      on: "POST /v1/payments/payouts-item/:id/cancel",
      what: "drop",
      after_commit: true,
    })
    await expect(provider.reverse(payment, "x")).rejects.toMatchObject({
      type: MedusaError.Types.UNEXPECTED_STATE,
    })
    expect(await provider.reverse(payment, "x")).toMatchObject({
      status: "returned",
    })
  })
})

describe("the check", () => {
  test("says that all is well, and where", async () => {
    expect(await provider.check()).toEqual({
      ok: true,
      message: "PayPal accepts the keys, and the webhook is set up",
      facts: { mode: peer.address, webhook: peer.webhooks.url },
    })
    expect(peer.payouts.batches).toEqual([])
  })

  test("says which keys are wrong", async () => {
    expect(await providerFor({ client_secret: "wrong" }).check()).toMatchObject(
      {
        ok: false,
        message: expect.stringContaining("client_id and client_secret"),
      }
    )
  })

  test("says that payouts are not switched on", async () => {
    peer.tokens.scopes = peer.tokens.scopes.slice(1)
    expect(await provider.check()).toMatchObject({
      ok: false,
      message: expect.stringContaining("switch Payouts on"),
    })
  })

  test("says that the webhook is another one", async () => {
    expect(await providerFor({ webhook_id: "ANOTHER1" }).check()).toMatchObject(
      {
        ok: false,
        message: expect.stringContaining("no webhook with this webhook_id"),
      }
    )
  })

  test("says which events the webhook misses", async () => {
    peer.webhooks.event_types = ["PAYMENT.PAYOUTS-ITEM.SUCCEEDED"]
    expect((await provider.check()).message).toMatch(
      /PAYMENT\.PAYOUTS-ITEM\.FAILED, .*PAYMENT\.PAYOUTSBATCH\.DENIED$/
    )
  })

  test("says that PayPal is not there", async () => {
    await peer.stop()
    expect(await provider.check()).toMatchObject({ ok: false })
  })
})

test("an account is stored normalised, and shown masked", async () => {
  expect(await provider.validateAccount({ email: " Ada@Example.com" })).toEqual(
    {
      details: { email: "ada@example.com" },
      masked: { email: "a•••@example.com" },
    }
  )
  await expect(provider.validateAccount({ email: "no" })).rejects.toThrow(
    "details.email: is not a valid e-mail address"
  )
})
