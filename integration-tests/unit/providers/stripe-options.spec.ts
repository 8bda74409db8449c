import { StripeConnectPayoutProvider } from "../../../src/providers/stripe-connect/service"
import { readSettings } from "../../../src/providers/stripe-connect/options"

const api_key = "sk_test_51Something"

describe("the options of Stripe", () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ["no key", {}, /api_key: is required/],
    ["an empty key", { api_key: "" }, /api_key: is required/],
    ["two words", { api_key: "sk_test_1 sk_test_2" }, /api_key: must be one/],
    ["a publishable key", { api_key: "pk_test_1" }, /api_key: .*publishable/],
    ["a webhook's secret", { api_key: "whsec_1" }, /api_key: .*webhook/],
    [
      "an endpoint's id",
      { api_key, webhook_secret: "we_1" },
      /webhook_secret.*begins with whsec_/,
    ],
    [
      "a key among the secrets",
      { api_key, webhook_secret: ["whsec_1", "sk_test_1"] },
      /webhook_secret.*begins with whsec_/,
    ],
    [
      "too many secrets",
      { api_key, webhook_secret: "a,b,c,d,e,f" },
      /webhook_secret/,
    ],
    [
      "a path",
      { api_key, api_base: "http://localhost:1/v1" },
      /api_base: must/,
    ],
    ["no address", { api_key, api_base: "localhost" }, /api_base: must/],
    ["another protocol", { api_key, api_base: "ftp://localhost" }, /api_base/],
    [
      "a password in an address",
      { api_key, api_base: "https://me:secret@localhost" },
      /api_base/,
    ],
    [
      "a live key in the clear",
      { api_key: "sk_live_1", api_base: "http://stripe.example.com" },
      /api_base: must begin with https/,
    ],
    ["a country's name", { api_key, country: "Germany" }, /country: must be/],
    [
      "another agreement",
      { api_key, service_agreement: "none" },
      /service_agr/,
    ],
    ["no patience", { api_key, timeout_ms: 1 }, /timeout_ms/],
    ["an unknown option", { api_key, apiKey: "x" }, /apiKey/],
  ])("%s is refused at boot, by name", (_, options, message) =>
    expect(() => StripeConnectPayoutProvider.validateOptions(options)).toThrow(
      message
    )
  )

  test("what is refused is not told: an error may be logged", () => {
    expect(() =>
      readSettings({ api_key, webhook_secret: "sk_live_verysecret" })
    ).not.toThrow(/verysecret/)
  })

  test("several secrets, of a list or of a text with commas", () => {
    expect(
      readSettings({ api_key, webhook_secret: "whsec_1, whsec_2," })
        .webhook_secrets
    ).toEqual(["whsec_1", "whsec_2"])
    expect(
      readSettings({ api_key, webhook_secret: ["whsec_1", "whsec_2"] })
        .webhook_secrets
    ).toEqual(["whsec_1", "whsec_2"])
    expect(
      readSettings({ api_key, webhook_secret: "" }).webhook_secrets
    ).toEqual([])
  })

  test.each([
    ["http://localhost:12111", "http", "localhost", 12111],
    ["https://stripe.example.com", "https", "stripe.example.com", 443],
    ["http://127.0.0.1", "http", "127.0.0.1", 80],
    ["http://[::1]:5000/", "http", "::1", 5000],
  ])("%s is where Stripe is", (api_base, protocol, host, port) =>
    expect(readSettings({ api_key, api_base }).address).toEqual({
      protocol,
      host,
      port,
    })
  )

  test.each([
    ["sk_live_1", true],
    ["rk_live_1", true],
    ["sk_test_1", false],
    ["rk_test_1", false],
    ["something", undefined],
  ])("the mode of %s", (key, livemode) =>
    expect(readSettings({ api_key: key }).livemode).toBe(livemode)
  )
})
