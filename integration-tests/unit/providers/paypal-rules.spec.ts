import fc from "fast-check"

import {
  maskPayPalAccount,
  parsePayPalAccount,
} from "../../../src/providers/paypal/account"
import {
  isSameDecimal,
  PAYPAL_CURRENCIES,
  toPayPalAmount,
} from "../../../src/providers/paypal/amount"
import {
  LIVE_API,
  modeOf,
  parsePayPalOptions,
  SANDBOX_API,
} from "../../../src/providers/paypal/options"
import {
  readBatch,
  type PayPalBatch,
} from "../../../src/providers/paypal/answers"
import { outcomeOf } from "../../../src/providers/paypal/outcome"
import { readRefusal } from "../../../src/providers/paypal/refusal"
import { verificationBody } from "../../../src/providers/paypal/webhook"

const keys = {
  client_id: "id",
  client_secret: "hush-hush",
  webhook_id: "1JE42",
}

describe("options", () => {
  test("ask live PayPal, for 20 seconds, where nothing else is said", () => {
    expect(parsePayPalOptions(keys)).toEqual({
      ...keys,
      api_base: LIVE_API,
      timeout_ms: 20_000,
    })
  })

  test.each([
    [undefined, /client_id is required.*client_secret is required.*webhook_id/],
    [{ ...keys, client_secret: " " }, /option client_secret is required/],
    [{ ...keys, webhook_id: "a-b" }, /option webhook_id must have 1 to 50/],
    [{ ...keys, timeout_ms: 10 }, /option timeout_ms/],
    [{ ...keys, webhookid: "x" }, /webhookid/],
  ])("%j is refused, naming what is wrong", (options, message) => {
    expect(() => parsePayPalOptions(options)).toThrow(message)
  })

  test.each([
    "http://api-m.paypal.com",
    "https://api-m.paypal.com/v1",
    "https://me:you@api-m.paypal.com",
    "ftp://localhost",
    "paypal",
  ])("keys are not sent to %s", (api_base) => {
    expect(() => parsePayPalOptions({ ...keys, api_base })).toThrow(
      /option api_base must be an https address/
    )
  })

  test("a refusal never repeats a secret", () => {
    const refused = () =>
      parsePayPalOptions({ ...keys, client_secret: `${"x".repeat(300)}hush` })
    expect(refused).toThrow(/client_secret/)
    expect(refused).not.toThrow(/hush/)
  })

  test.each([
    [LIVE_API, "live"],
    [SANDBOX_API, "sandbox"],
    ["http://localhost:8080", "http://localhost:8080"],
  ])("%s is called %s", (api_base, mode) => {
    expect(modeOf(parsePayPalOptions({ ...keys, api_base }))).toBe(mode)
  })
})

describe("an account", () => {
  test.each([
    [
      { email: " Ada@Example.COM ", paypal_id: "" },
      { email: "ada@example.com" },
    ],
    [{ paypal_id: "g83jxtj5ehcq2" }, { paypal_id: "G83JXTJ5EHCQ2" }],
  ])("%j is normalised", (details, account) => {
    expect(parsePayPalAccount(details)).toEqual(account)
  })

  test.each([
    [{}, "details.email: is required"],
    [{ email: "ada" }, "details.email: is not a valid e-mail address"],
    [{ email: `${"a".repeat(60)}@${"b".repeat(60)}.example.com` }, "127"],
    [{ paypal_id: "O83JXTJ5EHCQ0" }, "details.paypal_id: is not a PayPal"],
    [
      { email: "ada@example.com", paypal_id: "G83JXTJ5EHCQ2" },
      "the email or the paypal_id, not both",
    ],
    [{ email: "ada@example.com", iban: "x" }, "iban"],
  ])("%j is refused: %s", (details, message) => {
    expect(() => parsePayPalAccount(details)).toThrow(message)
  })

  test("shows no more than one needs to know it by", () => {
    expect(maskPayPalAccount({ email: "ada@example.com" })).toEqual({
      email: "a•••@example.com",
    })
    expect(maskPayPalAccount({ paypal_id: "G83JXTJ5EHCQ2" })).toEqual({
      paypal_id: "•••• HCQ2",
    })
  })
})

describe("an amount", () => {
  test.each([
    ["39.60", "usd", "39.60"],
    ["39.6", "usd", "39.60"],
    ["30", "eur", "30.00"],
    ["0.01", "gbp", "0.01"],
    ["007.500", "usd", "7.50"],
    ["4000", "jpy", "4000"],
    ["4000.00", "huf", "4000"],
    ["120", "twd", "120"],
    ["99999999999999999999.99", "usd", "99999999999999999999.99"],
  ])("%s %s is sent as %s", (amount, currency_code, value) => {
    expect(toPayPalAmount(amount, currency_code)).toEqual({
      value,
      currency: currency_code.toUpperCase(),
    })
  })

  test.each([
    [
      "100.50",
      "huf",
      "PayPal sends HUF with no decimals: 100.50 cannot be sent",
    ],
    ["1.005", "usd", "PayPal sends USD with 2 decimals: 1.005 cannot be sent"],
    ["1", "kwd", "PayPal does not pay out in KWD"],
    ["0.00", "usd", "PayPal sends no amount of zero"],
    ["-5", "usd", "-5 is not an amount that PayPal can send"],
    ["1e3", "usd", "1e3 is not an amount that PayPal can send"],
  ])("%s %s is not sent", (amount, currency_code, problem) => {
    expect(toPayPalAmount(amount, currency_code)).toEqual({ problem })
  })

  test("is never changed on its way, only written with the digits PayPal wants", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PAYPAL_CURRENCIES),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.nat(4),
        (currency, units, decimals) => {
          const digits = String(units).padStart(decimals + 1, "0")
          const at = digits.length - decimals
          const amount = decimals
            ? `${digits.slice(0, at)}.${digits.slice(at)}`
            : digits
          const sent = toPayPalAmount(amount, currency)
          if ("problem" in sent) return
          expect(isSameDecimal(sent.value, amount)).toBe(true)
        }
      )
    )
  })

  test("is the same number however many zeros it is written with", () => {
    expect(isSameDecimal("1.0", "1")).toBe(true)
    expect(isSameDecimal("01.10", "1.1")).toBe(true)
    expect(isSameDecimal("1.01", "1.1")).toBe(false)
    expect(isSameDecimal("10", "1")).toBe(false)
  })
})

const expected = {
  sender_batch_id: "pay_1-1",
  sender_item_id: "pay_1",
  amount: { value: "30.00", currency: "USD" },
}

const batch = (
  batch_status: string,
  item?: { transaction_status?: string; [field: string]: unknown } | null,
  header = {}
): PayPalBatch =>
  readBatch({
    batch_header: {
      payout_batch_id: "B1",
      batch_status,
      sender_batch_header: { sender_batch_id: "pay_1-1" },
      ...header,
    },
    ...(item === null
      ? {}
      : {
          items: [
            {
              payout_item_id: "I1",
              payout_item: {
                amount: { value: "30.0", currency: "USD" },
                sender_item_id: "pay_1",
              },
              ...item,
            },
          ],
        }),
  })

describe("where a payment stands", () => {
  test.each([
    ["SUCCESS", "SUCCESS", "paid"],
    ["PROCESSING", "SUCCESS", "paid"],
    ["PENDING", "PENDING", "processing"],
    ["SUCCESS", "PENDING", "processing"],
    ["SUCCESS", "ONHOLD", "processing"],
    ["SUCCESS", "UNCLAIMED", "processing"],
    ["SUCCESS", "FAILED", "failed"],
    ["SUCCESS", "BLOCKED", "failed"],
    ["SUCCESS", "RETURNED", "failed"],
    ["SUCCESS", "REFUNDED", "failed"],
    ["SUCCESS", "REVERSED", "failed"],
    ["DENIED", "FAILED", "failed"],
    ["DENIED", "PENDING", "failed"],
    ["CANCELED", "PENDING", "failed"],
    ["CANCELED", "SUCCESS", "paid"],
    ["DENIED", "UNCLAIMED", "processing"],
  ])("a %s batch with a %s item is %s", (batch_status, item, status) => {
    const found = outcomeOf(
      batch(batch_status, { transaction_status: item }),
      expected
    )
    expect(found.status).toBe(status)
    if (found.status !== "failed") expect(found.reference).toBe("B1")
  })

  test.each([
    ["PENDING", "processing"],
    ["PROCESSING", "processing"],
    // It says nothing of its items.
    ["SUCCESS", "processing"],
    ["DENIED", "failed"],
    ["CANCELED", "failed"],
  ])("a %s batch that lists no item is %s", (batch_status, status) => {
    expect(outcomeOf(batch(batch_status, null), expected).status).toBe(status)
  })

  test("the item says why it failed", () => {
    const errors = {
      name: "RECEIVER_ACCOUNT_INVALID",
      message: "Receiver's account is invalid.",
      details: {},
      links: {},
    }
    expect(
      outcomeOf(
        batch("DENIED", { transaction_status: "FAILED", errors }),
        expected
      )
    ).toMatchObject({
      reason:
        "There is no such PayPal account (PayPal: RECEIVER_ACCOUNT_INVALID)",
    })
  })

  test("money nobody claimed came back, whatever was noted while it waited", () => {
    const errors = { name: "RECEIVER_UNREGISTERED", message: "Waits." }
    expect(
      outcomeOf(
        batch("SUCCESS", { transaction_status: "RETURNED", errors }),
        expected
      )
    ).toMatchObject({
      reason: expect.stringMatching(/^Nobody claimed the money/),
    })
  })

  test.each([
    [
      "its sender_batch_id",
      batch(
        "SUCCESS",
        {},
        { sender_batch_header: { sender_batch_id: "other" } }
      ),
    ],
    [
      "its amount",
      batch("SUCCESS", {
        transaction_status: "SUCCESS",
        payout_item: { amount: { value: "30.01", currency: "USD" } },
      }),
    ],
    [
      "its amount",
      batch("SUCCESS", {
        payout_item: { amount: { value: "30.00", currency: "EUR" } },
      }),
    ],
    [
      "its sender_item_id",
      batch("SUCCESS", {
        payout_item: {
          amount: { value: "30.00", currency: "USD" },
          sender_item_id: "pay_2",
        },
      }),
    ],
  ])("another payment than ours is not believed: %s differs", (what, other) => {
    expect(() => outcomeOf(other, expected)).toThrow(`${what} differs`)
  })

  test("a state PayPal adds one day is not guessed at", () => {
    expect(() => batch("SUCCESS", { transaction_status: "SHRUGGED" })).toThrow(
      /cannot be read/
    )
  })
})

describe("what a refusal means", () => {
  const refusal = (status: number, body: unknown) =>
    readRefusal({ status, body, debug_id: null })
  const error = (name: string, more = {}) => ({
    name,
    message: "Said PayPal.",
    debug_id: "90957fca61718",
    ...more,
  })
  const link = [
    {
      href: "https://api.sandbox.paypal.com/v1/payments/payouts/CR9VS2K4X4846",
      rel: "self",
    },
  ]
  const issue = {
    field: "SENDER_BATCH_ID",
    issue: "Batch with given sender_batch_id already exists",
  }

  test.each([
    [400, error("USER_BUSINESS_ERROR", { details: [{ ...issue, link }] })],
    [400, error("USER_BUSINESS_ERROR", { details: [issue], links: link })],
    [
      400,
      error("USER_BUSINESS_ERROR", { details: [{ ...issue, links: link }] }),
    ],
    [409, error("RESOURCE_CONFLICT", { links: link })],
  ])("%i with a link is the original: %j", (status, body) => {
    expect(refusal(status, body)).toEqual({
      kind: "duplicate",
      payout_batch_id: "CR9VS2K4X4846",
    })
  })

  test.each([
    [400, error("USER_BUSINESS_ERROR", { details: [issue] })],
    [400, error("USER_BUSINESS_ERROR")],
    [400, error("DUPLICATE_REQUEST_ID")],
    [400, undefined],
    [400, { error: "invalid_request" }],
    [401, error("AUTHENTICATION_FAILURE")],
    [403, error("SENDER_RESTRICTED")],
    [404, error("INVALID_RESOURCE_ID")],
    [409, error("RESOURCE_CONFLICT")],
    [429, error("RATE_LIMIT_REACHED")],
    [500, error("INTERNAL_SERVER_ERROR")],
    [503, error("SERVICE_UNAVAILABLE", { links: link })],
  ])("%i %j leaves everything open", (status, body) => {
    expect(refusal(status, body)).toEqual({ kind: "unknown" })
  })

  test.each([
    [
      422,
      error("INSUFFICIENT_FUNDS"),
      "The store's PayPal balance does not cover this payout (PayPal: INSUFFICIENT_FUNDS, debug id 90957fca61718)",
      false,
    ],
    [
      400,
      error("VALIDATION_ERROR", {
        details: [{ field: "items[0].receiver", issue: "Receiver is invalid" }],
      }),
      "items[0].receiver: Receiver is invalid (PayPal: VALIDATION_ERROR, debug id 90957fca61718)",
      true,
    ],
  ])("%i %j is definite", (status, body, reason, by_form) => {
    expect(refusal(status, body)).toEqual({ kind: "refused", reason, by_form })
  })
})

test("an event goes into the request for verification byte for byte", () => {
  const raw = Buffer.from('{ "id":"WH-1", "n":1.0, "s":"\\u0065\\/ü" ,"n":2e0}')
  const body = Buffer.from(
    verificationBody(
      {
        auth_algo: "SHA256withRSA",
        cert_url: "https://api.paypal.com/v1/notifications/certs/C",
        transmission_id: "69cd13f0-d67a-11e5-baa3-778b53f4ae55",
        transmission_sig: "sig==",
        transmission_time: "2016-02-18T20:01:35Z",
      },
      "1JE42",
      raw
    )
  )
  expect(body.includes(raw)).toBe(true)
  expect(JSON.parse(body.toString())).toMatchObject({
    webhook_id: "1JE42",
    webhook_event: { id: "WH-1", s: "e/ü", n: 2 },
  })
})
