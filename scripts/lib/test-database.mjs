import { acquirePostgres } from "./postgres-server.mjs"
import { sql, dropDatabase } from "./database.mjs"
import { isAlive } from "./lease.mjs"
import { ensureTemplate } from "./template-database.mjs"

/**
 * Makes a server ready for tests, with a migrated template to copy unless that is not needed.
 *
 * @param {{ needsTemplate?: boolean }} [options]
 * @returns {Promise<{ env: Record<string, string>, release: () => Promise<void> }>} what the tests need to know, and
 *   how to let go of the server
 */
export async function acquireTestDatabase({ needsTemplate = true } = {}) {
  const postgres = await acquirePostgres("test", { durable: false })
  try {
    await dropOrphans(postgres.url("postgres"))
    const template = needsTemplate
      ? await ensureTemplate(postgres.url)
      : undefined
    return {
      env: {
        AFFILIATE_TEST_SERVER: postgres.url("postgres"),
        ...(template && { AFFILIATE_TEST_TEMPLATE: template }),
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
