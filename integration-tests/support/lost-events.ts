import { Client } from "pg"
import type { Store } from "../harness"

/**
 * Holds up every verdict, on whichever server: nothing that happens to an order
 * from now on is judged before `letGo`. What a server that is killed meanwhile
 * was told, nobody ever hears of again.
 *
 * @param where `before the order is read` = nor can verdicts be read;
 *   `before the verdict is written`; `before the money moves` = the verdict is
 *   written by then, in the same transaction
 */
export async function holdUpVerdicts(
  { database }: Pick<Store, "database">,
  where: keyof typeof LOCKS = "before the order is read"
): Promise<{ letGo: () => Promise<void> }> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query("BEGIN")
  await client.query(LOCKS[where])
  return {
    letGo: async () => {
      await client.query("ROLLBACK")
      await client.end()
    },
  }
}

const LOCKS = {
  "before the order is read":
    "LOCK TABLE affiliate_conversion IN ACCESS EXCLUSIVE MODE",
  "before the verdict is written":
    "LOCK TABLE affiliate_conversion IN EXCLUSIVE MODE",
  "before the money moves": "LOCK TABLE affiliate_balance IN EXCLUSIVE MODE",
}
