import { join } from "node:path"
import { createDemoDatabase } from "./demo/database.mjs"
import { choosePort, MEDUSA_PORT, STOREFRONT_PORT } from "./demo/port.mjs"
import { loadTypeScript } from "./demo/typescript.mjs"
import { ensureDependencies } from "./lib/dependencies.mjs"
import { buildExample } from "./lib/example.mjs"
import { findChromium } from "./lib/machine.mjs"
import { main, onEnd } from "./lib/main.mjs"
import { root } from "./lib/paths.mjs"
import { buildPortal } from "./lib/portal.mjs"
import { timed } from "./lib/say.mjs"

/**
 * `npm run demo`: a store of its own with the plugin in it, a day of business in that store over HTTP, and the books at
 * the end; then the dashboard, the affiliates' portal and a storefront stay open until Ctrl-C. Installs what is missing,
 * and leaves nothing behind.
 *
 * - `--once`: ends after the books, with 0 only if every figure was right and the audit clean.
 * - `--seed=<n>`: the shoppers of an earlier run again; it prints its seed.
 * - `--shoppers=<n>`: how many of them.
 * - `--empty`: the dashboard at once, on a shop that nobody bought in.
 */
await main("demo", async () => {
  const flags = readFlags(process.argv.slice(2))
  await ensureDependencies()
  if (!flags.once) await buildPortal(join(root, ".tmp/portal"))
  const port = await choosePort(process.env.PORT, MEDUSA_PORT)
  const storefrontPort = await choosePort(undefined, STOREFRONT_PORT)
  await timed("demo", "building the storefront", buildExample)
  const database = await createDemoDatabase()
  onEnd(database.release)
  const { runDemo } = loadTypeScript("scripts/demo/run.ts")
  return await runDemo({
    ...flags,
    port,
    storefrontPort,
    chromium: findChromium(),
    databaseUrl: database.url,
    onEnd,
  })
})

function readFlags(args) {
  const flags = { once: false, empty: false, seed: undefined, shoppers: 36 }
  for (const arg of args) {
    const [, name, number] = /^--(\w+)(?:=(\d+))?$/.exec(arg) ?? []
    if ((name === "once" || name === "empty") && number === undefined)
      flags[name] = true
    else if ((name === "seed" || name === "shoppers") && number !== undefined)
      flags[name] = Number(number)
    else
      throw new Error(
        `unknown argument ${arg}; there are --once, --empty, --seed=<n> and --shoppers=<n>`
      )
  }
  return flags
}
