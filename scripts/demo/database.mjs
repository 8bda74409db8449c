import { randomBytes } from "node:crypto"
import { createDatabase, dropDatabase } from "../lib/database.mjs"
import { databasePrefix, dropOrphans } from "../lib/own-databases.mjs"
import { acquirePostgres } from "../lib/postgres-server.mjs"
import { ensureTemplate } from "../lib/template-database.mjs"

const PREFIX = databasePrefix("demo")

/**
 * A migrated database of this run's own, so that every demo starts afresh and several may run side by side. On the
 * Postgres of `DATABASE_URL`, or on one from npm that is started for the purpose.
 *
 * @returns {Promise<{ url: string, release: () => Promise<void> }>} `release` drops it and lets go of the server
 */
export async function createDemoDatabase() {
  // Nobody will miss the data, so a crash of the machine may lose it.
  const postgres = await acquirePostgres("demo", { durable: false })
  const adminUrl = postgres.url("postgres")
  const name = `${PREFIX}_${process.pid}_${randomBytes(4).toString("hex")}`
  try {
    await dropOrphans(adminUrl, PREFIX)
    await createDatabase(adminUrl, name, await ensureTemplate(postgres.url))
  } catch (error) {
    await postgres.release()
    throw error
  }
  return {
    url: postgres.url(name),
    release: async () => {
      await dropDatabase(adminUrl, name)
      await postgres.release()
    },
  }
}
