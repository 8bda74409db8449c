import type { Page } from "playwright-core"

/** What went wrong on a page, for whoever looks at its console. */
export type Troubles = {
  /** What has come up since this was last asked. */
  take: () => { errors: string[]; refusals: string[] }
  takeRefusals: () => string[]
}

/** What the console says on Medusa's own pages, with the plugin or without. Each is one thing in one place. */
const OF_MEDUSA: { says: RegExp; in: RegExp }[] = [
  // A checkbox inside a button, in the filters of every table.
  { says: /validateDOMNesting/, in: /DataTableFilter\w*Content/ },
  // A box inside a paragraph, in the summary of an order.
  { says: /validateDOMNesting/, in: /CostBreakdown/ },
]

/** The browser's own note on every answer of 400 and above, which are kept as refusals. */
const REFUSAL_NOTE = /^Failed to load resource/

/** Writes down every error of a page from now on, and every answer of its store that was a refusal. */
export function noticeTroubles(page: Page): Troubles {
  const errors: string[] = []
  const refusals: string[] = []
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message))
  page.on("console", (message) => {
    const text = message.text()
    const known = OF_MEDUSA.some(
      (noise) => noise.says.test(text) && noise.in.test(text)
    )
    if (message.type() === "error" && !known && !REFUSAL_NOTE.test(text))
      errors.push(text)
  })
  page.on("response", (response) => {
    const { pathname } = new URL(response.url())
    if (response.status() >= 400)
      refusals.push(
        `${response.status()} ${response.request().method()} ${pathname}`
      )
  })
  return {
    take: () => ({ errors: errors.splice(0), refusals: refusals.splice(0) }),
    takeRefusals: () => refusals.splice(0),
  }
}
