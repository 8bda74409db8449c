import { databasePrefix, dropOrphans } from "./own-databases.mjs"
import { acquirePostgres } from "./postgres-server.mjs"
import { ensureTemplate } from "./template-database.mjs"

const PREFIX = databasePrefix("test")

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
    await dropOrphans(postgres.url("postgres"), PREFIX)
    const template = needsTemplate
      ? await ensureTemplate(postgres.url)
      : undefined
    return {
      env: {
        AFFILIATE_TEST_SERVER: postgres.url("postgres"),
        AFFILIATE_TEST_PREFIX: PREFIX,
        ...(template && { AFFILIATE_TEST_TEMPLATE: template }),
      },
      release: postgres.release,
    }
  } catch (error) {
    await postgres.release()
    throw error
  }
}
