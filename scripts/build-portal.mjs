import { join, resolve } from "node:path"
import { main } from "./lib/main.mjs"
import { root } from "./lib/paths.mjs"
import { buildPortal } from "./lib/portal.mjs"

/**
 * `npm run build:portal [-- folder]`: the affiliate's page, by default where the package serves it from. Prints what a
 * first visit loads, and fails where that is too much.
 */
await main("build:portal", async () => {
  const place = process.argv[2]
  await buildPortal(
    place ? resolve(place) : join(root, ".medusa/server/src/portal")
  )
  return 0
})
