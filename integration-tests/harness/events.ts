import type { Event, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The events that went over a store's event bus, in the order a subscriber gets them. */
export type EventRecord = {
  events: Event[]
  /** The names so far, each once, sorted; only those that start with one of the prefixes, when given. */
  names: (...prefixes: string[]) => string[]
  /** Forgets what was recorded so far. */
  clear: () => void
}

/** Listens to every event, module events included, from now until the store shuts down. */
export function recordEvents(container: MedusaContainer): EventRecord {
  const events: Event[] = []
  container.resolve(Modules.EVENT_BUS).subscribe("*", async (event: Event) => {
    events.push(event)
  })
  return {
    events,
    names: (...prefixes) => {
      const names = new Set(events.map(({ name }) => name))
      const wanted = (name: string) =>
        prefixes.length === 0 ||
        prefixes.some((prefix) => name.startsWith(prefix))
      return [...names].filter(wanted).sort()
    },
    clear: () => {
      events.length = 0
    },
  }
}
