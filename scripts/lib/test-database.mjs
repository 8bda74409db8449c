import { acquirePostgres } from "./postgres-server.mjs"
import { sql, dropDatabase } from "./database.mjs"
import { isAlive } from "./lease.mjs"
import { ensureTemplate } from "./template-database.mjs"

/**
 * Makes a server with a migrated template ready for tests.
 *
 * @returns {Promise<{ env: Record<string, string>, release: () => Promise<void> }>} what the tests need to know, and
 *   how to let go of the server
 */
export async function acquireTestDatabase() {
  const postgres = await acquirePostgres("test", { durable: false })
  try {
    await dropOrphans(postgres.url("postgres"))
    const template = await ensureTemplate(postgres.url)
    return {
      env: {
        AFFILIATE_TEST_SERVER: postgres.url("postgres"),
        AFFILIATE_TEST_TEMPLATE: template,
      },
      release: postgres.release,
    }
  } catch (error) {
    await postgres.release()
    throw error
  }
}

/** Drops the databases of test processes that were killed before they could do so. */
async function dropOrphans(adminUrl) {
  const found = await sql(
    adminUrl,
    "SELECT datname FROM pg_database WHERE datname LIKE 'affiliate_test_%'"
  )
  for (const { datname } of found) {
    const pid = Number(datname.split("_")[2])
    if (!isAlive(pid)) await dropDatabase(adminUrl, datname)
  }
}
