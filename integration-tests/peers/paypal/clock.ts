/** The time of the peer's own world: real time, and however far it was moved ahead of it. */
export class Clock {
  private ahead_ms = 0
  private readonly watchers: (() => void)[] = []

  now(): number {
    return Date.now() + this.ahead_ms
  }

  /** As PayPal writes times. */
  text(at = this.now()): string {
    return new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z")
  }

  advance(ms: number): void {
    this.ahead_ms += ms
    for (const watch of this.watchers) watch()
  }

  onAdvance(watch: () => void): void {
    this.watchers.push(watch)
  }
}

export const DAY_MS = 86_400_000
