import { join } from "node:path"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { runOrThrow } from "./child.mjs"
import { root, scratch } from "./paths.mjs"
import { say, timed } from "./say.mjs"

const lockfile = join(root, "package-lock.json")

/** npm's own record of what is in node_modules. */
const installed = join(root, "node_modules", ".package-lock.json")

/** The digest of the lockfile that node_modules was last found to match. */
const stamp = join(scratch, "installed")

/** Installs the dependencies when they are missing or were installed from another lockfile. */
export async function ensureDependencies() {
  const wanted = digest(lockfile)
  if (existsSync(installed)) {
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return
    if (sameVersions()) return remember(wanted)
    say("install", "node_modules does not match package-lock.json")
  }
  await timed("install", "npm ci (about 830 MB, a minute or two)", () =>
    runOrThrow(process.platform === "win32" ? "npm.cmd" : "npm", [
      "ci",
      "--no-audit",
      "--no-fund",
    ])
  )
  remember(wanted)
}

/** Whether node_modules holds the versions of the lockfile; packages of other platforms may be absent. */
function sameVersions() {
  const wanted = JSON.parse(readFileSync(lockfile, "utf8")).packages
  const found = JSON.parse(readFileSync(installed, "utf8")).packages
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer }]) => {
      if (path === "") return true
      if (found[path] === undefined)
        return Boolean(optional || devOptional || peer)
      return found[path].version === version
    }
  )
}

function remember(wanted) {
  mkdirSync(scratch, { recursive: true })
  writeFileSync(stamp, wanted)
}

function digest(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex")
}
