import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** How long Stripe is waited for; a transfer takes it a second or two. */
const TIMEOUT_MS_DEFAULT = 30_000
const TIMEOUT_MS_MAX = 120_000

/** During a rotation two are valid; more is a mistake. */
const WEBHOOK_SECRETS_MAX = 5

/** What a store gives under `options`, where it lists `medusa-plugin-affiliate/providers/stripe-connect`. */
export interface StripeConnectOptions {
  /** The platform's secret key (`sk_…`) or a restricted one (`rk_…`). */
  api_key: string
  /**
   * The signing secret (`whsec_…`) of the webhook endpoint, or several: of the
   * endpoint for the store's own account and of that for connected accounts,
   * and the old beside the new while one is rotated. A text with commas is a
   * list. Without one, webhooks are refused.
   */
  webhook_secret?: string | string[]
  /** Where Stripe is, for a local stand-in of it. @default "https://api.stripe.com" */
  api_base?: string
  /** Where new affiliates' accounts are, such as `DE`. Default: the store's own country, or what they choose. */
  country?: string
  /**
   * `recipient` for affiliates in countries to which Stripe only pays out
   * across borders. @default "full"
   */
  service_agreement?: "full" | "recipient"
  /** How long an answer is waited for. @default 30000 */
  timeout_ms?: number
}

/** The options, checked and with their defaults. */
export interface StripeConnectSettings {
  api_key: string
  webhook_secrets: string[]
  /** Without one, the client's own. */
  address?: { protocol: "http" | "https"; host: string; port: number }
  country?: string
  service_agreement: "full" | "recipient"
  timeout_ms: number
  /** What the key is for, where that can be read from it. */
  livemode?: boolean
}

/** Keys that move real money. */
const isLiveKey = (key: string): boolean => /^[a-z]+_live_/.test(key)

const livemodeOf = (key: string): boolean | undefined =>
  isLiveKey(key) ? true : /^[a-z]+_test_/.test(key) ? false : undefined

/** An unset environment variable arrives as an empty text in some shells. */
const unset = (value: unknown): unknown => (value === "" ? undefined : value)

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"])

const apiKey = z
  .string("is required: the secret key from Stripe's dashboard")
  .regex(/^\S+$/, "must be one word")
  .refine(
    (key) => !key.startsWith("pk_"),
    "is a publishable key; give the secret key, which begins with sk_ or rk_"
  )
  .refine(
    (key) => !key.startsWith("whsec_"),
    "is the secret of a webhook; give the secret key, which begins with sk_ or rk_"
  )

const webhookSecrets = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    (Array.isArray(value) ? value : value.split(","))
      .map((secret) => secret.trim())
      .filter((secret) => secret !== "")
  )
  .pipe(
    z
      .array(
        z
          .string()
          .regex(/^\S+$/, "must be one word")
          .refine(
            (secret) => !/^(we|sk|rk|pk)_/.test(secret),
            "is no signing secret; that of an endpoint begins with whsec_"
          )
      )
      .max(WEBHOOK_SECRETS_MAX)
  )

/** Only what leads to a server: the client adds the paths itself. */
const address = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null
  if (
    !url ||
    (url.protocol !== "https:" && url.protocol !== "http:") ||
    url.pathname !== "/" ||
    url.search ||
    url.hash ||
    url.username ||
    url.password
  ) {
    context.addIssue({
      code: "custom",
      message:
        "must be an address without a path, such as http://localhost:12111",
    })
    return z.NEVER
  }
  const protocol = url.protocol === "http:" ? "http" : "https"
  return {
    protocol,
    // Node wants an IPv6 address without its brackets.
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port || (protocol === "http" ? 80 : 443)),
    loopback: LOOPBACK.has(url.hostname),
  } as const
})

const schema = z
  .object({
    api_key: z.preprocess(unset, apiKey),
    webhook_secret: z.preprocess(unset, webhookSecrets.optional()),
    api_base: z.preprocess(unset, address.optional()),
    country: z.preprocess(
      unset,
      z
        .string()
        .regex(/^[A-Za-z]{2}$/, "must be a country's two letters, such as DE")
        .transform((country) => country.toUpperCase())
        .optional()
    ),
    service_agreement: z.enum(["full", "recipient"]).default("full"),
    timeout_ms: z
      .number()
      .int()
      .min(100)
      .max(TIMEOUT_MS_MAX)
      .default(TIMEOUT_MS_DEFAULT),
  })
  .strict()
  .refine(
    ({ api_key, api_base }) =>
      !isLiveKey(api_key) ||
      !api_base ||
      api_base.protocol === "https" ||
      api_base.loopback,
    {
      path: ["api_base"],
      message: "must begin with https:// where the key is a live one",
    }
  )

/**
 * Reads the provider's options.
 *
 * @throws invalid_argument naming each wrong option and its rule
 */
export const readSettings = (
  options: Record<string, unknown>
): StripeConnectSettings => {
  const parsed = schema.safeParse(options)
  if (!parsed.success) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `Payouts by Stripe: ${parsed.error.issues
        .map((issue) =>
          issue.path.length
            ? `${issue.path.join(".")}: ${issue.message}`
            : issue.message
        )
        .join("; ")}`
    )
  }
  const { api_key, webhook_secret, api_base, country, ...rest } = parsed.data
  const livemode = livemodeOf(api_key)
  return {
    ...rest,
    api_key,
    webhook_secrets: webhook_secret ?? [],
    ...(api_base && {
      address: {
        protocol: api_base.protocol,
        host: api_base.host,
        port: api_base.port,
      },
    }),
    ...(country && { country }),
    ...(livemode !== undefined && { livemode }),
  }
}
