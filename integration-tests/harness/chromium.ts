import { chromium, type Browser } from "playwright-core"

const program = process.env.AFFILIATE_TEST_CHROMIUM

/**
 * `describe` for tests that look at the dashboard in a browser. Without a Chromium on the machine they are skipped, and
 * `npm test` has said so; in CI it has failed.
 */
export const describeWithChromium = program ? describe : describe.skip

/** No window, nothing asked of the network but our own pages, and no kernel features a container may lack. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** How long a browser may take to start on a busy machine, in milliseconds. */
const START_MS_MAX = 120_000

/** A Chromium of a test's own; it ends with this process. */
export async function startChromium(): Promise<Browser> {
  if (!program) throw new Error("no Chromium: use describeWithChromium")
  return await chromium.launch({
    executablePath: program,
    args: FLAGS,
    timeout: START_MS_MAX,
  })
}
