import { chromium, type Browser } from "playwright-core"

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

/** A Chromium that ends with this process. @param program where it is */
export async function startChromiumAt(program: string): Promise<Browser> {
  return await chromium.launch({
    executablePath: program,
    args: FLAGS,
    timeout: START_MS_MAX,
  })
}
