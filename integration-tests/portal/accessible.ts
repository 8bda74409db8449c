import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")

type Violation = {
  id: string
  help: string
  nodes: { target: string[]; failureSummary: string }[]
}

/** What keeps somebody from using the page as it stands, by axe; each with where it is. */
export async function barriersOf(page: Page): Promise<string[]> {
  // Half way between two looks, a button has the contrast of neither.
  await page.evaluate(
    "Promise.all(document.getAnimations().filter((each) => each instanceof CSSTransition).map((each) => each.finished.catch(() => {})))"
  )
  await page.evaluate(AXE)
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
       violations.map(({ id, help, nodes }) => ({
         id, help,
         nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
       })))`
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} (${help}) at ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`
    )
  )
}

/** How far the page can be pushed sideways, in pixels; a page that fits can not. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
  )

/** Waits until nothing is on its way any more. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.locator("[role=status][aria-label]").first().waitFor({
    state: "detached",
  })
}
