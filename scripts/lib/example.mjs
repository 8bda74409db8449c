import { mkdirSync, rmSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { runOrThrow } from "./child.mjs"
import { bin, root } from "./paths.mjs"

/** A small storefront that uses the kit as its documentation says. */
export const EXAMPLE = join(root, "examples/storefront")

/**
 * Builds the kit and the example, which finds this package as `npm install` in its folder would have it do. Everything
 * else it needs is installed here already.
 */
export async function buildExample() {
  const place = join(EXAMPLE, "node_modules/medusa-plugin-affiliate")
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  for (const name of ["package.json", ".medusa"])
    symlinkSync(join(root, name), join(place, name))
  const quiet = { quiet: true }
  await runOrThrow(
    process.execPath,
    [join(root, "scripts/build-storefront.mjs")],
    quiet
  )
  await runOrThrow(bin("vite"), ["build", EXAMPLE], { ...quiet, cwd: EXAMPLE })
}
