import { Client } from "pg"
import { eventually, type Store } from "../harness"

/** Something of Medusa's that waits for a table, until it is let go or made to fail. */
export type HeldUp = {
  /** Resolves when somebody waits to write into the table. */
  untilWaiting: () => Promise<void>
  letGo: () => Promise<void>
  /** Lets nobody through: what waits fails, as with a service that refuses or is gone. */
  makeFail: () => Promise<void>
}

/** Holds up whoever writes into a table of Medusa; reading goes on. */
export async function holdUpWritesTo(
  { database }: Pick<Store, "database">,
  table: string
): Promise<HeldUp> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query("BEGIN")
  await client.query(`LOCK TABLE "${table}" IN EXCLUSIVE MODE`)
  const waiting = async () => {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_locks
        WHERE relation = $1::regclass AND NOT granted`,
      [table]
    )
    return rows.map(({ pid }) => pid)
  }
  const untilWaiting = () =>
    eventually(async () => expect(await waiting()).not.toEqual([]))
  const letGo = async () => {
    await client.query("ROLLBACK")
    await client.end()
  }
  return {
    untilWaiting,
    letGo,
    makeFail: async () => {
      await untilWaiting()
      for (const pid of await waiting()) {
        await client.query("SELECT pg_cancel_backend($1)", [pid])
      }
      await letGo()
    },
  }
}

/** Holds up whoever moves an affiliate's money; reading goes on. */
export async function holdUpMoneyOf(
  { database }: Pick<Store, "database">,
  affiliate_id: string
): Promise<Pick<HeldUp, "letGo">> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query("BEGIN")
  const { rowCount } = await client.query(
    "SELECT id FROM affiliate_balance WHERE affiliate_id = $1 FOR UPDATE",
    [affiliate_id]
  )
  if (!rowCount) throw new Error(`${affiliate_id} has no balance to hold`)
  return {
    letGo: async () => {
      await client.query("ROLLBACK")
      await client.end()
    },
  }
}
