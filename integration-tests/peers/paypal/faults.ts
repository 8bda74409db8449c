/**
 * What goes wrong with a request, the next `times` that one comes to a route.
 *
 * - `hang`: no answer until the peer stops
 * - `drop`: the connection breaks
 * - `status`: that status, with PayPal's error for it
 * - `malformed`: 200 or 201 with a body that is cut off
 * - `slow`: the answer, but later
 */
export type Fault = {
  /** Such as `POST /v1/payments/payouts`. */
  on: string
  what: "hang" | "drop" | "status" | "malformed" | "slow"
  /** Whether what was asked for is done before it goes wrong. Default: not done. */
  after_commit?: boolean
  status?: number
  ms?: number
  /** Default 1. */
  times?: number
}

export class Faults {
  private readonly faults: (Fault & { left: number })[] = []

  add(fault: Fault): void {
    this.faults.push({ ...fault, left: fault.times ?? 1 })
  }

  /** The fault that this request meets, which is then used up. */
  take(route: string): Fault | undefined {
    const fault = this.faults.find(({ on, left }) => on === route && left > 0)
    if (fault) fault.left -= 1
    return fault
  }

  clear(): void {
    this.faults.length = 0
  }
}
