import { Client } from "pg"
import type { Store } from "../harness"

/** Long enough for whoever does not wait to have answered, in milliseconds. */
const HEAD_START_MS = 1_500

/**
 * Begins a change of the database, does something while the change is not yet
 * there for others to see, and commits it: whoever asked meanwhile should have
 * waited for it.
 */
export async function whileUncommitted<Result>(
  { database }: Pick<Store, "database">,
  statements: [sql: string, values: unknown[]][],
  act: () => Promise<Result>
): Promise<Result> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    await client.query("BEGIN")
    for (const [sql, values] of statements) await client.query(sql, values)
    const acted = act()
    await new Promise((resolve) => setTimeout(resolve, HEAD_START_MS))
    await client.query("COMMIT")
    return await acted
  } finally {
    await client.end()
  }
}
