/** How many links are remembered. */
const LINKS_MAX = 5_000

/**
 * Where links led when they were last followed: what a visitor is sent on by
 * when nothing can be written or read just then. The visit is not counted.
 */
export class KnownTargets {
  private readonly targets = new Map<string, string>()

  remember(slug_key: string, target: string): void {
    // The one followed longest ago goes first.
    this.targets.delete(slug_key)
    this.targets.set(slug_key, target)
    if (this.targets.size > LINKS_MAX) {
      const [oldest] = this.targets.keys()
      this.targets.delete(oldest)
    }
  }

  forget(slug_key: string): void {
    this.targets.delete(slug_key)
  }

  find(slug_key: string): string | null {
    return this.targets.get(slug_key) ?? null
  }
}
