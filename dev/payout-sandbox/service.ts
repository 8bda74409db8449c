import { MedusaError } from "@medusajs/framework/utils"
import {
  AbstractPayoutProvider,
  type PayoutAccountDetails,
  type PayoutLookUp,
  type PayoutNotice,
  type PayoutOnboarding,
  type PayoutProviderCheck,
  type PayoutResult,
  type PayoutWebhook,
  type SendPayoutInput,
  type StartedPayment,
  type ValidatedPayoutAccount,
} from "../../src/providers/types"
import { RemoteSandbox } from "./remote"
import { ACCOUNTS, PayoutSandbox, type SandboxBooks } from "./sandbox"
import { isSigned, SIGNATURE_HEADER } from "./webhooks"

/** What the service says of the person behind an account, where it is asked to. */
const PEOPLE = ["pending", "verified", "rejected"] as const

/**
 * A payment service for the repository's own store: it sends nothing, and answers, fails and breaks as the name of the
 * account says. Its books are in memory, or with `api_base` in another process.
 */
export class SandboxPayoutProvider extends AbstractPayoutProvider {
  static override identifier = "sandbox"

  readonly transferred_by = "service"
  readonly sandbox = new PayoutSandbox()
  private readonly books: SandboxBooks
  private readonly webhook_secret: string | undefined
  private readonly onboarding: unknown

  constructor(_: Record<string, unknown>, options: Record<string, unknown>) {
    super()
    const { api_base, webhook_secret, onboarding } = options
    this.onboarding = onboarding
    this.books =
      typeof api_base === "string" && api_base
        ? new RemoteSandbox(api_base)
        : this.sandbox
    this.webhook_secret =
      typeof webhook_secret === "string" ? webhook_secret : undefined
  }

  async validateAccount(
    details: Record<string, unknown>
  ): Promise<ValidatedPayoutAccount> {
    const account = ACCOUNTS.find((name) => name === details.account)
    if (!account) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `details.account: must be one of ${ACCOUNTS.join(", ")}`
      )
    }
    const status = PEOPLE.find((one) => one === details.person)
    const id = typeof details.id === "string" ? details.id : undefined
    return {
      ...this.accountOf({ account, ...(id ? { id } : {}) }),
      ...(status
        ? { identity: { status, note: `The sandbox says: ${status}` } }
        : {}),
    }
  }

  send(input: SendPayoutInput): Promise<PayoutResult> {
    return this.books.send(input)
  }

  async lookUp({ idempotency_key }: StartedPayment): Promise<PayoutLookUp> {
    return (await this.books.find(idempotency_key)) ?? { status: "not_found" }
  }

  override async parseWebhook({
    raw_body,
    headers,
  }: PayoutWebhook): Promise<PayoutNotice[]> {
    if (
      !this.webhook_secret ||
      !isSigned(this.webhook_secret, raw_body, headers[SIGNATURE_HEADER])
    ) {
      throw new MedusaError(
        MedusaError.Types.UNAUTHORIZED,
        "The signature is wrong or too old"
      )
    }
    return [JSON.parse(raw_body.toString("utf8")) as PayoutNotice]
  }

  async describeOnboarding(): Promise<PayoutOnboarding> {
    if (this.onboarding === "link") return { type: "link" }
    return {
      type: "form",
      fields: [
        { name: "account", label: "What becomes of the money", required: true },
      ],
    }
  }

  override async startOnboarding({
    id,
    return_url,
  }: {
    id: string
    return_url: string
  }): Promise<{ url: string; account: ValidatedPayoutAccount }> {
    const account_id = `sandbox-${id}`
    if (!this.sandbox.accounts.has(account_id)) {
      this.sandbox.accounts.set(account_id, {
        payouts_enabled: false,
        note: "The sandbox wants to know more",
      })
    }
    const url = new URL("https://sandbox.example/onboarding")
    url.searchParams.set("return_url", return_url)
    return {
      url: url.href,
      account: this.accountOf({ account: "good", id: account_id }),
    }
  }

  override async refreshAccount(
    details: PayoutAccountDetails
  ): Promise<ValidatedPayoutAccount> {
    return this.accountOf(details)
  }

  override async reverse(
    { idempotency_key }: StartedPayment,
    reason: string
  ): Promise<{ status: "returned"; reason: string }> {
    await this.books.reverse(idempotency_key)
    return { status: "returned", reason }
  }

  override async recall(
    { idempotency_key }: StartedPayment,
    reason: string
  ): Promise<{ status: "returned"; reason: string }> {
    if (!(await this.books.recall(idempotency_key))) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The sandbox calls back only what has not arrived"
      )
    }
    return { status: "returned", reason }
  }

  override async check(): Promise<PayoutProviderCheck> {
    await this.books.find("check")
    return {
      ok: true,
      message: "The sandbox answers",
      facts: { mode: "sandbox" },
    }
  }

  private accountOf(details: PayoutAccountDetails): ValidatedPayoutAccount {
    const { account, id } = details
    return {
      details,
      masked: { account },
      ...(id ? { account_id: id, state: this.sandbox.accounts.get(id) } : {}),
    }
  }
}
