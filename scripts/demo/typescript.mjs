import { createRequire } from "node:module"
import { join } from "node:path"
import { root } from "../lib/paths.mjs"

/**
 * Loads a TypeScript module of this repository into this process, types stripped and not checked (`npm run typecheck`
 * does that): the demo shares its way of driving a store with the tests, which are TypeScript.
 *
 * @param {string} path from the repository's root
 */
export function loadTypeScript(path) {
  const require = createRequire(import.meta.url)
  require("ts-node").register({ cwd: root, transpileOnly: true })
  return require(join(root, path))
}
