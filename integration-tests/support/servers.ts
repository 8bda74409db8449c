import { startStoreProcess, type Store, type StoreProcess } from "../harness"

/** For a store whose jobs run when the test runs them, and not by their schedule. */
export const WITHOUT_SCHEDULE = { WORKER_MODE: "server" }

/** Another server on the database of a test's store. */
export const startServer = ({
  database,
}: Pick<Store, "database">): Promise<StoreProcess> =>
  startStoreProcess({
    databaseUrl: database.url,
    // Enough for all that waits while verdicts are held up.
    env: { DATABASE_POOL_MAX: "40" },
  })

/** How many rows the plugin has written for an order. */
export async function countsOf(
  { database }: Pick<Store, "database">,
  orderId: string
): Promise<{ conversions: number; commissions: number; entries: number }> {
  const [counts] = await database.sql<{
    conversions: number
    commissions: number
    entries: number
  }>(
    `SELECT (SELECT count(*)::int FROM affiliate_conversion WHERE order_id = $1) AS conversions,
            (SELECT count(*)::int FROM affiliate_commission WHERE order_id = $1) AS commissions,
            (SELECT count(*)::int FROM affiliate_entry e
               JOIN affiliate_commission c ON c.id = e.commission_id
              WHERE c.order_id = $1) AS entries`,
    [orderId]
  )
  return counts
}

export const ONE_OF_EACH = { conversions: 1, commissions: 1, entries: 1 }
