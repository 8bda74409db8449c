import type {
  PayoutAccountState,
  PayoutResult,
  SendPayoutInput,
} from "../../src/providers/types"

/** What becomes of money sent to an account of this name. */
export const ACCOUNTS = [
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

export type SandboxAccount = (typeof ACCOUNTS)[number]

/** A payment that was made, or refused. */
export type SandboxPayment = SendPayoutInput & {
  result: PayoutResult
  reversed?: boolean
}

/** What the sandbox is asked, by a store in the same process or over HTTP. */
export interface SandboxBooks {
  /** @throws when no answer comes */
  send(input: SendPayoutInput): Promise<PayoutResult>
  find(idempotency_key: string): Promise<PayoutResult | null>
  reverse(idempotency_key: string): Promise<void>
  /** @returns whether it was called back: not once it has arrived */
  recall(idempotency_key: string): Promise<boolean>
}

const CALLED_BACK = "It was called back"

/** The money of this world: every payment that was made, by its key. */
export class PayoutSandbox implements SandboxBooks {
  readonly payments = new Map<string, SandboxPayment>()
  /** Every request, also those that never arrived. */
  readonly requests: SendPayoutInput[] = []
  /** What is said of accounts that have an id, where it is not what they began with. */
  readonly accounts = new Map<string, PayoutAccountState>()
  /** Whether nobody can be asked at the moment. */
  down = false

  /**
   * Takes a request to pay. It keeps the promise every service must keep: one key, one payment.
   *
   * @returns the answer; `null` = it is lost, with or without the request
   */
  take(input: SendPayoutInput): PayoutResult | null {
    const { requests, payments } = this
    const account = input.destination.account as SandboxAccount
    const retried = requests.some(
      ({ idempotency_key }) => idempotency_key === input.idempotency_key
    )
    requests.push(input)
    const known = payments.get(input.idempotency_key)
    if (known) return known.result
    if (account === "request_lost" && !retried) return null
    const result = resultOf(account, input)
    payments.set(input.idempotency_key, { ...input, result })
    return account === "answer_lost" ? null : result
  }

  async send(input: SendPayoutInput): Promise<PayoutResult> {
    this.assertUp()
    const answer = this.take(input)
    if (!answer) throw new Error("read ETIMEDOUT")
    return answer
  }

  async find(idempotency_key: string): Promise<PayoutResult | null> {
    this.assertUp()
    return this.payments.get(idempotency_key)?.result ?? null
  }

  async reverse(idempotency_key: string): Promise<void> {
    this.assertUp()
    const payment = this.payments.get(idempotency_key)
    if (payment?.result.status !== "paid")
      throw new Error(`there is no payment ${idempotency_key}`)
    payment.reversed = true
  }

  async recall(idempotency_key: string): Promise<boolean> {
    this.assertUp()
    const payment = this.payments.get(idempotency_key)
    if (payment?.result.status === "processing") {
      payment.result = { status: "failed", reason: CALLED_BACK }
    }
    return (
      payment?.result.status === "failed" &&
      payment.result.reason === CALLED_BACK
    )
  }

  private assertUp(): void {
    if (this.down) throw new Error("connect ECONNREFUSED")
  }
}

const resultOf = (
  account: SandboxAccount,
  { idempotency_key }: SendPayoutInput
): PayoutResult => {
  const reference = `sandbox-${idempotency_key}`
  if (account === "closed")
    return { status: "failed", reason: "The account is closed" }
  if (account === "slow") return { status: "processing", reference }
  return { status: "paid", reference }
}
