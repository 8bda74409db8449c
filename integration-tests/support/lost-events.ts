import { Client } from "pg"
import type { Store } from "../harness"

/**
 * Holds up every verdict, on whichever instance: nothing that happens to an
 * order from now on is judged before `letGo`. What an instance that is killed
 * meanwhile was told, nobody ever hears of again.
 *
 * @param table where it waits: `affiliate_balance` = after the verdict, before
 *   the money
 */
export async function holdUpVerdicts(
  { database }: Pick<Store, "database">,
  table: "affiliate_conversion" | "affiliate_balance" = "affiliate_conversion"
): Promise<{ letGo: () => Promise<void> }> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query("BEGIN")
  await client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
  return {
    letGo: async () => {
      await client.query("ROLLBACK")
      await client.end()
    },
  }
}
