import { StoreCreditPayoutProvider } from "../../src/providers/store-credit/service"
import type { PayoutResult, SendPayoutInput } from "../../src/providers/types"

/**
 * Store credit that asks at an address before and after it is given: there it can be kept waiting, so that the store can
 * be killed at that moment. What it gives is the real thing.
 */
export class HeldStoreCreditProvider extends StoreCreditPayoutProvider {
  private readonly address: string

  constructor(
    container: Record<string, unknown>,
    { address }: { address: string }
  ) {
    super(container)
    this.address = address
  }

  override async send(input: SendPayoutInput): Promise<PayoutResult> {
    await this.ask("before", input)
    const result = await super.send(input)
    await this.ask("after", input)
    return result
  }

  private async ask(
    point: "before" | "after",
    { payout_id, idempotency_key }: SendPayoutInput
  ): Promise<void> {
    await fetch(`${this.address}/${point}`, {
      method: "POST",
      body: JSON.stringify({ payout_id, idempotency_key }),
    })
  }
}
