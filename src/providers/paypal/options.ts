import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

export const LIVE_API = "https://api-m.paypal.com"
export const SANDBOX_API = "https://api-m.sandbox.paypal.com"

const TIMEOUT_MS = 20_000
const TIMEOUT_MS_MIN = 1_000
const TIMEOUT_MS_MAX = 60_000

/**
 * What a store owner sets for PayPal.
 *
 * @example
 * payout_providers: [
 *   {
 *     resolve: "medusa-plugin-affiliate/providers/paypal",
 *     id: "paypal",
 *     options: {
 *       client_id: process.env.PAYPAL_CLIENT_ID,
 *       client_secret: process.env.PAYPAL_CLIENT_SECRET,
 *       webhook_id: process.env.PAYPAL_WEBHOOK_ID,
 *     },
 *   },
 * ]
 */
export interface PayPalOptions {
  /** Of the app in PayPal's developer dashboard. */
  client_id: string
  /** Of the same app. */
  client_secret: string
  /** The id PayPal gave to the webhook of this store; a signature is made over it. */
  webhook_id: string
  /**
   * Where PayPal is asked.
   *
   * @default "https://api-m.paypal.com"; the sandbox is "https://api-m.sandbox.paypal.com"
   */
  api_base?: string
  /**
   * How long an answer is waited for, 1 000 to 60 000. What is not answered by then is looked up.
   *
   * @default 20000
   */
  timeout_ms?: number
  /** The subject of the e-mail PayPal sends with the money, up to 255 characters. Default: PayPal's own. */
  email_subject?: string
  /** What that e-mail says, up to 1 000 characters. Default: PayPal's own. */
  email_message?: string
}

/** The options with what holds where nothing is said. */
export type PayPalSettings = PayPalOptions &
  Required<Pick<PayPalOptions, "api_base" | "timeout_ms">>

const LOCAL_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"])

/** The keys go along with each request: in clear only to this machine. */
const isSafe = (address: string): boolean => {
  if (!URL.canParse(address)) {
    return false
  }
  const { protocol, hostname, pathname, search, hash, username } = new URL(
    address
  )
  return (
    (protocol === "https:" ||
      (protocol === "http:" && LOCAL_HOSTS.has(hostname))) &&
    pathname === "/" &&
    !search &&
    !hash &&
    !username
  )
}

const key = () =>
  z
    .string({
      error: (issue) =>
        issue.input === undefined ? "is required" : "must be text",
    })
    .trim()
    .min(1, "is required")
    .max(200, "must have at most 200 characters")

const schema = z
  .object({
    client_id: key(),
    client_secret: key(),
    webhook_id: key().regex(
      /^[a-zA-Z0-9]{1,50}$/,
      "must have 1 to 50 letters and digits, as PayPal shows it beside the webhook"
    ),
    api_base: z
      .string()
      .refine(
        isSafe,
        `must be an https address without a path, such as ${LIVE_API} or ${SANDBOX_API}`
      )
      .transform((address) => new URL(address).origin)
      .default(LIVE_API),
    timeout_ms: z
      .number()
      .int()
      .min(TIMEOUT_MS_MIN)
      .max(TIMEOUT_MS_MAX)
      .default(TIMEOUT_MS),
    email_subject: z.string().trim().min(1).max(255).optional(),
    email_message: z.string().trim().min(1).max(1000).optional(),
  })
  .strict()

/**
 * Reads the options of the provider.
 *
 * @throws invalid_argument naming each wrong option and its rule, never its value
 */
export const parsePayPalOptions = (
  options: Record<string, unknown> | undefined
): PayPalSettings => {
  const parsed = schema.safeParse(options ?? {})
  if (!parsed.success) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `PayPal payouts: ${parsed.error.issues
        .map(({ path, message }) =>
          path.length ? `option ${path.join(".")} ${message}` : message
        )
        .join("; ")}`
    )
  }
  return parsed.data
}

/** What the merchant reads of where money is sent from. */
export const modeOf = ({ api_base }: PayPalSettings): string => {
  if (api_base === LIVE_API) {
    return "live"
  }
  return api_base === SANDBOX_API ? "sandbox" : api_base
}
