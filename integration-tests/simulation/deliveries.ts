import type { Event, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { Random } from "./random"

/** The plugin's own subscribers that follow orders are named so; all others are left alone. */
const SUBSCRIBER = /^affiliate-order-/

type Handler = (event: Event) => Promise<unknown>
type Letter = { event: Event; handler: Handler }

/** How letters reach the plugin. */
export type Post =
  "as sent" | "shuffled and doubled" | "all at once" | "some lost" | "all lost"

/**
 * Stands between the event bus and the plugin's subscribers, as a post office that may lose, double and mix up letters.
 * The bus and the subscribers are the real ones: each subscriber is taken off the bus, and what the bus would have given
 * it is kept until {@link deliver}.
 */
export class Deliveries {
  private waiting: Letter[] = []
  private old: Letter[] = []

  constructor(container: MedusaContainer) {
    const bus = container.resolve(Modules.EVENT_BUS) as unknown as Bus
    let taken = 0
    for (const [name, subscribers] of bus.eventToSubscribersMap) {
      for (const { id, subscriber } of [...subscribers]) {
        if (!SUBSCRIBER.test(id)) continue
        bus.unsubscribe(name, subscriber, { subscriberId: id })
        bus.subscribe(
          name,
          async (event) =>
            void this.waiting.push({ event, handler: subscriber }),
          { subscriberId: `simulation-${id}` }
        )
        taken++
      }
    }
    if (taken === 0)
      throw new Error("the plugin listens to nothing: is it loaded?")
  }

  /**
   * Hands over what has come so far, in one of several ways.
   *
   * @returns whether the plugin heard of everything, at least once, after it happened
   * @throws what a subscriber threw
   */
  async deliver(post: Post, random: Random): Promise<boolean> {
    const letters = this.waiting
    this.waiting = []
    switch (post) {
      case "as sent":
        await inTurn(letters)
        break
      case "shuffled and doubled": {
        const again = letters.filter(() => random.chance(0.5))
        const stale = random.shuffled(this.old).slice(0, 5)
        await inTurn(random.shuffled([...letters, ...again, ...stale]))
        break
      }
      case "all at once":
        await Promise.all([...letters, ...letters].map(handOver))
        break
      case "some lost":
        await inTurn(letters.filter(() => random.chance(0.5)))
        break
      case "all lost":
        break
    }
    this.old = [...this.old, ...letters].slice(-200)
    return post !== "some lost" && post !== "all lost"
  }

  /** Forgets everything, for the next seed. */
  clear(): void {
    this.waiting = []
    this.old = []
  }
}

/** The part of Medusa's event buses that all of them have and no type names. */
interface Bus {
  eventToSubscribersMap: Map<string, { id: string; subscriber: Handler }[]>
  subscribe: (
    name: string,
    handler: Handler,
    context: { subscriberId: string }
  ) => void
  unsubscribe: (
    name: string,
    handler: Handler,
    context: { subscriberId: string }
  ) => void
}

const handOver = async ({ event, handler }: Letter): Promise<void> => {
  await handler(event)
}

async function inTurn(letters: Letter[]): Promise<void> {
  for (const letter of letters) await handOver(letter)
}
