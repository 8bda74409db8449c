import type { SandboxPayoutProvider } from "../../dev/payout-sandbox/service"
import type { PayoutSandbox } from "../../dev/payout-sandbox/sandbox"
import { sign, SIGNATURE_HEADER } from "../../dev/payout-sandbox/webhooks"
import type { PayoutNotice } from "../../src/providers/types"
import { ok, type Store } from "../harness"
import { unique } from "../harness/affiliates"
import { affiliateService, giveMoney, makeAffiliate } from "./affiliates"

const SECRET = "what the sandbox signs with"

/** A store that pays out through the sandbox and hears of it. */
export const WITH_SANDBOX = {
  PAYOUT_SANDBOX: "true",
  PAYOUT_SANDBOX_WEBHOOK_SECRET: SECRET,
}

/** The service's own books, where they are in the store's memory. */
export const sandboxOf = (store: Store): PayoutSandbox =>
  (
    affiliateService(store)["payoutProvider"](
      "sandbox"
    ) as SandboxPayoutProvider
  ).sandbox

/** A pending payout of what was given to an account that behaves as its name says. */
export async function payoutTo(
  store: Store,
  account: string,
  amounts: number[] = [30],
  details: Record<string, string> = {}
) {
  const affiliate = await makeAffiliate(store)
  ok(
    await affiliate.api.post("/affiliate/payout-method", {
      provider: "sandbox",
      details: { account, ...details },
    })
  )
  for (const amount of amounts) await giveMoney(store, affiliate.id, amount)
  const { payout } = ok(
    await affiliate.api.post("/affiliate/payouts", { currency_code: "usd" })
  )
  return { affiliate, id: payout.id as string }
}

/** A notice, without what is the same in all. */
export type Said = PayoutNotice extends infer One
  ? One extends PayoutNotice
    ? Omit<One, "event_id"> & { event_id?: string }
    : never
  : never

export const notice = (said: Said): PayoutNotice => ({
  event_id: unique("evt_"),
  ...said,
})

/** A notice about a payment, by its key. */
export const ofPayment = (
  idempotency_key: string,
  result: Extract<PayoutNotice, { type: "payment" }>["result"]
): PayoutNotice => notice({ type: "payment", idempotency_key, result })

/** What the sandbox sends to the store's address, signed as it signs. */
export async function deliver(
  { baseUrl }: Pick<Store, "baseUrl">,
  body: unknown,
  {
    provider = "sandbox",
    secret = SECRET,
    seconds,
    signature,
    method = "POST",
  }: {
    provider?: string
    secret?: string
    seconds?: number
    signature?: string | null
    method?: string
  } = {}
): Promise<{ status: number; body: Record<string, unknown> }> {
  const raw = Buffer.from(
    typeof body === "string" ? body : JSON.stringify(body)
  )
  const signed =
    signature === undefined ? sign(secret, raw, seconds) : signature
  const answer = await fetch(
    new URL(`/hooks/affiliate/payouts/${provider}`, baseUrl),
    {
      method,
      headers: {
        "content-type": "application/json",
        ...(signed === null ? {} : { [SIGNATURE_HEADER]: signed }),
      },
      body: method === "GET" ? undefined : raw,
    }
  )
  const text = await answer.text()
  return {
    status: answer.status,
    body: text.startsWith("{") ? JSON.parse(text) : { text },
  }
}
