import { join } from "node:path"
import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { redisModules } from "./dev/redis-modules"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

const env = process.env

/**
 * The repository's own store: it loads the plugin straight from `src/`, for development, tests, the demo and the bench.
 * Nothing here is shipped; a merchant lists the package under `plugins` instead.
 */
module.exports = defineConfig({
  projectConfig: {
    databaseUrl:
      env.DATABASE_URL ??
      "postgres://postgres@localhost/medusa-plugin-affiliate",
    // Medusa asks every server but `localhost` for SSL; a plain Postgres in a container has none.
    databaseDriverOptions: {
      connection: {
        ssl:
          env.DATABASE_SSL === "true" ? { rejectUnauthorized: false } : false,
      },
      pool: { min: 0, max: Number(env.DATABASE_POOL_MAX ?? 20) },
    },
    redisUrl: env.REDIS_URL,
    workerMode: workerMode(env.WORKER_MODE),
    http: {
      storeCors: env.STORE_CORS ?? "http://localhost:8000",
      adminCors:
        env.ADMIN_CORS ?? "http://localhost:9000,http://localhost:5173",
      authCors:
        env.AUTH_CORS ??
        "http://localhost:8000,http://localhost:9000,http://localhost:5173",
      authVerificationsPerActor: verifications(),
      jwtSecret: env.JWT_SECRET ?? "only-for-development",
      cookieSecret: env.COOKIE_SECRET ?? "only-for-development",
    },
  },
  admin: { disable: env.DISABLE_ADMIN === "true" },
  // `LOYALTY=true` gives the store Medusa's own plugin for store credit and gift cards.
  plugins:
    env.LOYALTY === "true"
      ? [{ resolve: "@medusajs/loyalty-plugin", options: {} }]
      : [],
  modules: [
    {
      resolve: "./src/modules/affiliate",
      options: {
        encryption_key: env.AFFILIATE_ENCRYPTION_KEY,
        previous_encryption_keys: env.AFFILIATE_PREVIOUS_ENCRYPTION_KEYS
          ? JSON.parse(env.AFFILIATE_PREVIOUS_ENCRYPTION_KEYS)
          : undefined,
        tax: env.AFFILIATE_TAX ? JSON.parse(env.AFFILIATE_TAX) : undefined,
        payout_providers: payoutProviders(),
        bank_account: env.AFFILIATE_BANK_ACCOUNT
          ? JSON.parse(env.AFFILIATE_BANK_ACCOUNT)
          : undefined,
        payout_cool_off_hours: env.PAYOUT_COOL_OFF_HOURS
          ? Number(env.PAYOUT_COOL_OFF_HOURS)
          : undefined,
        payout_batch_approvals: env.PAYOUT_BATCH_APPROVALS
          ? Number(env.PAYOUT_BATCH_APPROVALS)
          : undefined,
        invitation_url: env.AFFILIATE_INVITATION_URL,
        password_reset_url: env.AFFILIATE_PASSWORD_RESET_URL,
        email_verification_url: env.AFFILIATE_EMAIL_VERIFICATION_URL,
        links_url: env.AFFILIATE_LINKS_URL,
        portal: env.AFFILIATE_PORTAL
          ? JSON.parse(env.AFFILIATE_PORTAL)
          : undefined,
      },
    },
    {
      resolve: "@medusajs/medusa/payment",
      options: {
        // Absolute, because Medusa looks for relative paths under `src/`.
        providers: [
          {
            resolve: join(__dirname, "dev/payment-auto-capture"),
            id: "default",
          },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/notification",
      options: { providers: notificationProviders() },
    },
    ...(env.REDIS_URL ? redisModules(env.REDIS_URL) : []),
  ],
})

/** `AFFILIATE_VERIFY_EMAIL=true` has affiliates show that the address they log in with is theirs. */
function verifications(): Record<
  string,
  { entity_type: string; auth_provider: string }[]
> {
  return env.AFFILIATE_VERIFY_EMAIL === "true"
    ? { affiliate: [{ entity_type: "email", auth_provider: "emailpass" }] }
    : {}
}

/**
 * `PAYOUT_SANDBOX=true` gives the store a payment service that sends nothing, beside the manual one: in its own memory,
 * or with `PAYOUT_SANDBOX_API_BASE` at an address. `PAYOUT_SANDBOX_WEBHOOK_SECRET` is what its webhooks are signed with.
 * With `PAYOUT_SANDBOX_ONBOARDING=link` accounts are given on pages of its own.
 * `PAYOUT_STORE_CREDIT=true` gives it payouts as money to spend in the store; `PAYOUT_STORE_CREDIT_GATE` is where that
 * asks before and after it is given.
 * A service whose keys are in the environment is there too.
 */
function payoutProviders() {
  return [
    ...(env.PAYOUT_SANDBOX === "true"
      ? [
          {
            resolve: join(__dirname, "dev/payout-sandbox"),
            id: "sandbox",
            options: {
              api_base: env.PAYOUT_SANDBOX_API_BASE,
              webhook_secret: env.PAYOUT_SANDBOX_WEBHOOK_SECRET,
              onboarding: env.PAYOUT_SANDBOX_ONBOARDING,
            },
          },
        ]
      : []),
    ...(env.STRIPE_API_KEY
      ? [
          {
            resolve: join(__dirname, "src/providers/stripe-connect"),
            id: "stripe-connect",
            options: {
              api_key: env.STRIPE_API_KEY,
              webhook_secret: env.STRIPE_WEBHOOK_SECRET,
              api_base: env.STRIPE_API_BASE,
            },
          },
        ]
      : []),
    ...(env.PAYPAL_CLIENT_ID
      ? [
          {
            resolve: join(__dirname, "src/providers/paypal"),
            id: "paypal",
            options: {
              client_id: env.PAYPAL_CLIENT_ID,
              client_secret: env.PAYPAL_CLIENT_SECRET,
              webhook_id: env.PAYPAL_WEBHOOK_ID,
              api_base: env.PAYPAL_API_BASE,
            },
          },
        ]
      : []),
    ...(env.PAYOUT_STORE_CREDIT === "true"
      ? [
          {
            ...(env.PAYOUT_STORE_CREDIT_GATE
              ? {
                  resolve: join(__dirname, "dev/held-store-credit"),
                  options: { address: env.PAYOUT_STORE_CREDIT_GATE },
                }
              : { resolve: join(__dirname, "src/providers/store-credit") }),
            id: "store-credit",
          },
        ]
      : []),
  ]
}

/**
 * `EMAIL=log` gives the store an e-mail channel that writes to the log, `EMAIL=http://…` one that hands e-mails to a
 * service there; without it the store has none.
 */
function notificationProviders() {
  const relay = env.EMAIL?.startsWith("http") ? env.EMAIL : undefined
  return [
    {
      resolve: "@medusajs/medusa/notification-local",
      id: "local",
      options: {
        name: "Local",
        channels: env.EMAIL === "log" ? ["feed", "email"] : ["feed"],
      },
    },
    ...(relay
      ? [
          {
            resolve: join(__dirname, "dev/email-relay"),
            id: "relay",
            options: { channels: ["email"], address: relay },
          },
        ]
      : []),
  ]
}

function workerMode(value: string | undefined): "shared" | "worker" | "server" {
  return value === "worker" || value === "server" ? value : "shared"
}
