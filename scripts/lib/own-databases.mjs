import { createHash } from "node:crypto"
import { hostname } from "node:os"
import { dropDatabase, sql } from "./database.mjs"
import { isAlive } from "./lease.mjs"

/**
 * Starts the name of every database that processes of this machine make for a purpose. The machine is in it, because a
 * Postgres of `DATABASE_URL` may serve others too. What follows is `_<process id>` and whatever else tells them apart.
 *
 * @param {string} purpose `test`, `demo`, …
 */
export function databasePrefix(purpose) {
  const machine = createHash("sha256").update(hostname()).digest("hex")
  return `affiliate_${purpose}_${machine.slice(0, 6)}`
}

/** Drops the databases of processes that were killed before they could do so. */
export async function dropOrphans(adminUrl, prefix) {
  const found = await sql(
    adminUrl,
    `SELECT datname FROM pg_database WHERE starts_with(datname, '${prefix}_')`
  )
  for (const { datname } of found) {
    const pid = Number(datname.slice(prefix.length + 1).split("_")[0])
    if (!isAlive(pid)) await dropDatabase(adminUrl, datname)
  }
}
