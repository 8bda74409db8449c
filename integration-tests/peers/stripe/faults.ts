/** What goes wrong with a request, and whether it was carried out before that. */
export type Fault =
  /** No answer, until the client hangs up. */
  | { kind: "timeout"; when: "before" | "after" }
  /** The connection breaks. */
  | { kind: "drop"; when: "before" | "after" }
  /** 500; its key remembers it, as Stripe's do. */
  | { kind: "error"; when: "before" | "after" }
  /** 503 of something in front of Stripe: nothing is remembered. */
  | { kind: "unavailable" }
  | { kind: "rate_limit" }
  | { kind: "lock_timeout" }
  /** Carried out after a while, and answered. */
  | { kind: "slow"; ms: number }
  /** An answer that is no JSON. */
  | { kind: "garbage"; when: "before" | "after" }

/** Faults that wait for requests, such as `POST /v1/transfers`, first come first served. */
export class Faults {
  private readonly waiting: { route: string; fault: Fault; left: number }[] = []

  /** The next `times` requests of a route go wrong. */
  next(route: string, fault: Fault, times = 1): void {
    this.waiting.push({ route, fault, left: times })
  }

  clear(): void {
    this.waiting.length = 0
  }

  /** What happens to a request of this route. */
  take(route: string): Fault | undefined {
    const at = this.waiting.findIndex((one) => one.route === route)
    if (at < 0) return undefined
    const one = this.waiting[at]
    one.left -= 1
    if (one.left <= 0) this.waiting.splice(at, 1)
    return one.fault
  }
}
