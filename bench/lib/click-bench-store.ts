import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const EMPTY_ROUTE = `
export const POST = (_req, res) => {
  res.status(202).json({ click: { id: "none", duplicate: false } })
}
`

/** Where routes that do nothing stand: as the click's under `/store`, behind Medusa's key; as the redirect's, behind none. */
export const EMPTY = { store: "/store/bench-empty", open: "/bench-empty" }

/**
 * This repository's own store with two more routes, which do nothing: what
 * Medusa needs for any request. Clicks are taken from one address without a
 * bound, because one client sends them all.
 *
 * @returns its directory
 */
export const makeClickBenchStore = (): string => {
  const root = process.cwd()
  const directory = join(root, ".tmp", "bench-click-store")
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  for (const entry of ["src", "dev", "tsconfig.json", "package.json"]) {
    cpSync(join(root, entry), join(directory, entry), { recursive: true })
  }
  writeFileSync(
    join(directory, "medusa-config.ts"),
    `const config = require("../../medusa-config.ts")
config.modules.affiliate.options.clicks_per_minute_max = 1_000_000_000
module.exports = config
`
  )
  for (const address of Object.values(EMPTY)) {
    const route = join(directory, "src/api", address)
    mkdirSync(route, { recursive: true })
    writeFileSync(join(route, "route.ts"), EMPTY_ROUTE)
  }
  return directory
}
