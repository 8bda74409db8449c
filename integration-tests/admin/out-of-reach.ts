import type { Dashboard } from "./dashboard"
import type { Day } from "./day"
import { content, shows } from "./reading"

/** Pages of money, and what stands on them when all is loaded. */
const PAGES = [
  ["/affiliates/payouts?view=all", "Mira Köhler"],
  ["/affiliates/payout-batches", "Weekend crew"],
  ["/affiliates/payout-providers", "Webhooks received"],
  ["/affiliates/taxes", "Mira Köhler"],
]

/** Where the pages read what they show. */
const READS = /\/admin\/affiliate-/

export function outOfReachPromises(dashboard: Dashboard<Day>): void {
  test.each(PAGES)(
    "%s says that it cannot be loaded, and loads once the store is there again",
    async (path, words) => {
      const { page, open, follow } = dashboard
      await open("/affiliates/programs")
      await shows(content(page), "Creators")
      await page.route(READS, (route) => route.abort("connectionrefused"))
      await follow(path)
      await shows(content(page), "The store could not be reached.")
      await page.unroute(READS)
      await content(page)
        .getByRole("button", { name: "Try again" })
        .first()
        .click()
      await shows(content(page), words)
    }
  )

  test.each(PAGES)(
    "%s shows where things are going to be until the store answers",
    async (path, words) => {
      const { page, open, follow } = dashboard
      await open("/affiliates/programs")
      await shows(content(page), "Creators")
      let answer = () => {}
      const answered = new Promise<void>((resolve) => (answer = resolve))
      await page.route(READS, async (route) => {
        await answered
        await route.continue()
      })
      await follow(path)
      await content(page).locator("[class*=animate-pulse]").first().waitFor()
      answer()
      await shows(content(page), words)
      await page.unroute(READS)
    }
  )
}
