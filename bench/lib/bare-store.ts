import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** Medusa resolves a configuration's modules from the folder it runs in. */
const CONFIG = `
const directory = process.cwd()
process.chdir(require("node:path").join(__dirname, "../.."))
const config = require("../../medusa-config.ts")
process.chdir(directory)
const { affiliate, ...modules } = config.modules
module.exports = { ...config, modules }
`

/**
 * A store like this repository's own, without the plugin: the same
 * configuration less the module, and no `src/`.
 *
 * @returns its directory
 */
export const makeBareStore = (): string => {
  const directory = join(process.cwd(), ".tmp", "bench-bare-store")
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, "medusa-config.ts"), CONFIG)
  // Medusa takes a folder for a store when its package.json lists Medusa.
  const { devDependencies } = JSON.parse(
    readFileSync(join(process.cwd(), "package.json"), "utf8")
  ) as { devDependencies: Record<string, string> }
  writeFileSync(
    join(directory, "package.json"),
    JSON.stringify({
      name: "bench-bare-store",
      private: true,
      dependencies: devDependencies,
    })
  )
  return directory
}
