import { ok, type Store } from "../harness"

export type Check = {
  name: string
  ok: boolean
  checked: number
  failures: number
  sample: string[]
}

/** What the audit says now. */
export const examine = async ({
  admin,
}: Pick<Store, "admin">): Promise<{ ok: boolean; checks: Check[] }> =>
  ok(await admin.get("/admin/affiliate-health"))

/** Runs statements with the guards of the entries off, as only a superuser can. */
export const tamper = (
  { database }: Pick<Store, "database">,
  statement: string
) =>
  database.sql(
    `BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`
  )

/**
 * Expects that exactly one check fails while something is broken, and none
 * after it is mended.
 */
export async function expectOnly(
  store: Store,
  name: string,
  {
    broken,
    mended,
    sample,
  }: { broken: string; mended: string; sample: string[] }
): Promise<void> {
  await tamper(store, broken)
  const { ok: fine, checks } = await examine(store)
  await tamper(store, mended)

  expect(fine).toBe(false)
  expect(checks.filter((check) => !check.ok)).toEqual([
    {
      name,
      ok: false,
      checked: expect.any(Number),
      failures: sample.length,
      sample: expect.arrayContaining(sample),
    },
  ])
  expect((await examine(store)).ok).toBe(true)
}

/** The statement that adds an entry past the ledger. */
export function insertEntry(
  id: string,
  columns: Record<string, string>
): string {
  const row = {
    id,
    currency_code: "usd",
    type: "adjust",
    source_key: id,
    ...columns,
  }
  const values = Object.values(row).map((value) => `'${value}'`)
  return `INSERT INTO affiliate_entry (${Object.keys(row).join(", ")})
          VALUES (${values.join(", ")})`
}

/** The statement that takes such entries away again. */
export const deleteEntries = (...ids: string[]): string =>
  `DELETE FROM affiliate_entry WHERE id IN (${ids.map((id) => `'${id}'`).join(", ")})`

/** The columns of a table that are not derived by the database. */
export async function columnsOf(
  { database }: Pick<Store, "database">,
  table: string
): Promise<string> {
  const [{ columns }] = await database.sql<{ columns: string }>(
    `SELECT string_agg(column_name, ', ') AS columns FROM information_schema.columns
      WHERE table_name = $1 AND is_generated = 'NEVER'`,
    [table]
  )
  return columns
}
