import { databasePrefix, dropOrphans } from "./own-databases.mjs"
import { acquirePostgres } from "./postgres-server.mjs"
import { ensureShopTemplate, ensureTemplate } from "./template-database.mjs"

const PREFIX = databasePrefix("test")

/**
 * Makes a server ready for tests, with templates to copy unless those are not needed: a migrated one, and one in which
 * the shop of the tests is set up.
 *
 * @param {{ needsTemplate?: boolean }} [options]
 * @returns {Promise<{ env: Record<string, string>, release: () => Promise<void> }>} what the tests need to know, and
 *   how to let go of the server
 */
export async function acquireTestDatabase({ needsTemplate = true } = {}) {
  const postgres = await acquirePostgres("test", { durable: false })
  try {
    await dropOrphans(postgres.url("postgres"), PREFIX)
    return {
      env: {
        AFFILIATE_TEST_SERVER: postgres.url("postgres"),
        AFFILIATE_TEST_PREFIX: PREFIX,
        ...(needsTemplate && {
          AFFILIATE_TEST_TEMPLATE: await ensureTemplate(postgres.url),
          AFFILIATE_TEST_SHOP_TEMPLATE: await ensureShopTemplate(postgres.url),
        }),
      },
      release: postgres.release,
    }
  } catch (error) {
    await postgres.release()
    throw error
  }
}
