import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { say } from "./say.mjs"

const CHROMIUM = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

/** The Chromium that `CHROMIUM` names, or that is where it usually is; `undefined` without one. */
export function findChromium() {
  return process.env.CHROMIUM ?? CHROMIUM.map(locate).find(Boolean)
}

/**
 * Looks for the programs that some tests need and npm does not bring: a Redis server and a Chromium. Says what was
 * found and which tests do without. `REDIS_SERVER` and `CHROMIUM` name programs that are somewhere unusual.
 *
 * @returns {{ env: Record<string, string> }} `AFFILIATE_TEST_REDIS` and `AFFILIATE_TEST_CHROMIUM`, where found
 * @throws in CI (`CI=true`) when one is missing, so that nothing is left out there unnoticed
 */
export function findOnMachine() {
  const env = {}
  const wanted = [
    [
      "AFFILIATE_TEST_REDIS",
      "redis-server",
      ["redis-server"],
      process.env.REDIS_SERVER,
    ],
    ["AFFILIATE_TEST_CHROMIUM", "Chromium", CHROMIUM, process.env.CHROMIUM],
  ]
  for (const [variable, what, names, given] of wanted) {
    const found = given ?? names.map(locate).find(Boolean)
    if (found) {
      say("test", `${what}: ${found}`)
      env[variable] = found
    } else if (process.env.CI === "true") {
      throw new Error(`${what} is not installed, and CI must leave no test out`)
    } else {
      say("test", `${what}: NOT FOUND, the tests that need it are skipped`)
    }
  }
  return { env }
}

function locate(name) {
  if (name.startsWith("/")) return existsSync(name) ? name : undefined
  for (const directory of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(directory, name)
    if (directory && existsSync(path)) return path
  }
  return undefined
}
