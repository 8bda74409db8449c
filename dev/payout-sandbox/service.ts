import { MedusaError } from "@medusajs/framework/utils"
import {
  AbstractPayoutProvider,
  type PayoutLookUp,
  type PayoutOnboarding,
  type PayoutResult,
  type SendPayoutInput,
  type StartedPayment,
  type ValidatedPayoutAccount,
} from "../../src/providers/types"

/** What becomes of money sent to an account of this name. */
const ACCOUNTS = [
  /** Arrives at once. */
  "good",
  /** Accepted; whether it arrives is decided by whoever holds the sandbox. */
  "slow",
  /** Refused for good. */
  "closed",
  /** Arrives, but the answer does not. */
  "answer_lost",
  /** The first request does not arrive. */
  "request_lost",
] as const

/** What the service says of the person behind an account, where it is asked to. */
const PEOPLE = ["pending", "verified", "rejected"] as const

type Account = (typeof ACCOUNTS)[number]

/** The money of this world: every payment that was made, by its key. */
export class PayoutSandbox {
  readonly payments = new Map<
    string,
    SendPayoutInput & { result: PayoutResult }
  >()
  /** Every request, also those that never arrived. */
  readonly requests: SendPayoutInput[] = []
}

/**
 * A payment service in memory, for the repository's own store: it sends nothing, and answers, fails and breaks as the
 * name of the account says. It keeps the promise every service must keep: one key, one payment.
 */
export class SandboxPayoutProvider extends AbstractPayoutProvider {
  static override identifier = "sandbox"

  readonly transferred_by = "service"
  readonly sandbox = new PayoutSandbox()

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
    return {
      details: { account },
      masked: { account },
      ...(status
        ? { identity: { status, note: `The sandbox says: ${status}` } }
        : {}),
    }
  }

  async send(input: SendPayoutInput): Promise<PayoutResult> {
    const { requests, payments } = this.sandbox
    const account = input.destination.account as Account
    const retried = requests.some(
      ({ idempotency_key }) => idempotency_key === input.idempotency_key
    )
    requests.push(input)
    const known = payments.get(input.idempotency_key)
    if (known) return known.result
    if (account === "request_lost" && !retried)
      throw new Error("connect ECONNREFUSED")
    const result = this.pay(account, input)
    payments.set(input.idempotency_key, { ...input, result })
    if (account === "answer_lost") throw new Error("read ETIMEDOUT")
    return result
  }

  async lookUp({ idempotency_key }: StartedPayment): Promise<PayoutLookUp> {
    return (
      this.sandbox.payments.get(idempotency_key)?.result ?? {
        status: "not_found",
      }
    )
  }

  async describeOnboarding(): Promise<PayoutOnboarding> {
    return {
      type: "form",
      fields: [
        { name: "account", label: "What becomes of the money", required: true },
      ],
    }
  }

  private pay(
    account: Account,
    { idempotency_key }: SendPayoutInput
  ): PayoutResult {
    const reference = `sandbox-${idempotency_key}`
    if (account === "closed")
      return { status: "failed", reason: "The account is closed" }
    if (account === "slow") return { status: "processing", reference }
    return { status: "paid", reference }
  }
}
