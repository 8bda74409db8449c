import type { PayoutResult, SendPayoutInput } from "../../src/providers/types"
import type { SandboxBooks } from "./sandbox"

/** How long an answer may take, in milliseconds. */
const ANSWER_MS_MAX = 30_000

/** A sandbox that is somebody else's process, and outlives this one. */
export class RemoteSandbox implements SandboxBooks {
  constructor(private readonly address: string) {}

  async send(input: SendPayoutInput): Promise<PayoutResult> {
    const { body } = await this.ask("POST", "/payments", input)
    return body as PayoutResult
  }

  async find(idempotency_key: string): Promise<PayoutResult | null> {
    const { status, body } = await this.ask(
      "GET",
      `/payments/${encodeURIComponent(idempotency_key)}`
    )
    return status === 404 ? null : (body as PayoutResult)
  }

  async reverse(idempotency_key: string): Promise<void> {
    await this.ask(
      "POST",
      `/payments/${encodeURIComponent(idempotency_key)}/reverse`,
      {}
    )
  }

  async recall(idempotency_key: string): Promise<boolean> {
    const { body } = await this.ask(
      "POST",
      `/payments/${encodeURIComponent(idempotency_key)}/recall`,
      {}
    )
    return (body as { recalled: boolean }).recalled
  }

  private async ask(
    method: "GET" | "POST",
    path: string,
    body?: unknown
  ): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(new URL(path, this.address), {
      method,
      headers: { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    })
    if (!answer.ok && answer.status !== 404)
      throw new Error(`the sandbox answered ${answer.status}`)
    return { status: answer.status, body: await answer.json() }
  }
}
