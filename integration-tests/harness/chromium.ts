import type { Browser } from "playwright-core"
import { startChromiumAt } from "./start-chromium"

const program = process.env.AFFILIATE_TEST_CHROMIUM

/**
 * `describe` for tests that look at pages in a browser. Without a Chromium on the machine they are skipped, and
 * `npm test` has said so; in CI it has failed.
 */
export const describeWithChromium = program ? describe : describe.skip

/** A Chromium of a test's own; it ends with this process. */
export async function startChromium(): Promise<Browser> {
  if (!program) throw new Error("no Chromium: use describeWithChromium")
  return await startChromiumAt(program)
}
