import { setTimeout as pause } from "node:timers/promises"
import { CATCH_UP_MS_MAX } from "../../integration-tests/harness/affiliates"
import type {
  Check,
  Figures,
  Look,
} from "../../integration-tests/worked-examples"
import { amount, dim, fit, type Screen } from "./screen"

const POLL_MS = 100
const WHAT_WIDTH = 55
const NAME_WIDTH = 13
const FIGURE_WIDTH = 31

/** A {@link Check} that shows its figures as a table. */
export function checkOn(screen: Screen): Check {
  screen.tell(
    dim(
      "".padEnd(WHAT_WIDTH + NAME_WIDTH + 2) +
        ["expected", "actual"]
          .map((word) => word.padStart(FIGURE_WIDTH))
          .join("")
    )
  )
  return async (what, expected, look, currency = "usd") => {
    const actual = await untilEqual(expected, look)
    Object.entries(expected).forEach(([name, wanted], index) => {
      const found = actual?.[name]
      const [law, fact] = [wanted, found].map((one) => show(one, currency))
      const row =
        fit(index === 0 ? what : "", WHAT_WIDTH) +
        name.padEnd(NAME_WIDTH) +
        law.padStart(FIGURE_WIDTH) +
        fact.padStart(FIGURE_WIDTH)
      if (found === wanted) screen.good(row)
      else screen.bad(row, `${what}: ${name} is ${fact}, not ${law}`)
    })
  }
}

/** Looks until everything is as expected, or for long enough to be sure that it will not be. */
async function untilEqual(
  expected: Figures,
  look: Look
): Promise<Figures | undefined> {
  const deadline = Date.now() + CATCH_UP_MS_MAX
  for (;;) {
    const actual = await look()
    const equal = Object.entries(expected).every(
      ([name, wanted]) => actual?.[name] === wanted
    )
    if (equal || Date.now() > deadline) return actual
    await pause(POLL_MS)
  }
}

function show(figure: number | string | undefined, currency: string): string {
  if (figure === undefined) return "nothing"
  return typeof figure === "string" ? figure : amount(figure, currency)
}
