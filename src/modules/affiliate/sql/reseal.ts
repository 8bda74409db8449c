import { rowsOf, Trx } from "../ledger/transaction"

/** A column of sealed secrets; each is sealed for the id of its row. */
export interface SealedColumn {
  table: string
  column: string
}

/** Every column that `SecretBox` seals. What is missing here is lost with the key that sealed it. */
export const SEALED_COLUMNS: SealedColumn[] = [
  { table: "affiliate_payout_method", column: "details" },
  { table: "affiliate_payout", column: "destination" },
  { table: "affiliate_tax_form", column: "details" },
  { table: "affiliate_tax_document", column: "details" },
]

/** A secret with the row it is sealed for. */
export interface SealedRow {
  id: string
  envelope: string
}

/** SQL: sealed, and not with the current key. */
const old = (column: string): string =>
  `${column} IS NOT NULL AND NOT starts_with(${column}, :current)`

/**
 * Secrets that another key sealed, in the order of their ids, each row kept
 * from others until the transaction ends. A row that somebody works on is
 * passed over: waiting for it could deadlock with whoever holds several.
 */
export const lockOldSecrets = async (
  trx: Trx,
  { table, column }: SealedColumn,
  page: { current: string; after: string; limit: number }
): Promise<SealedRow[]> =>
  rowsOf<SealedRow>(
    trx,
    `SELECT id, ${column} AS envelope FROM ${table}
      WHERE ${old(column)} AND id > :after
      ORDER BY id LIMIT :limit
        FOR NO KEY UPDATE SKIP LOCKED`,
    { ...page }
  )

/** Writes secrets back; nothing else of the rows changes, not even when they were changed last. */
export const writeSecrets = async (
  trx: Trx,
  { table, column }: SealedColumn,
  rows: SealedRow[]
): Promise<void> => {
  await trx.raw(
    `UPDATE ${table} t SET ${column} = d.envelope
       FROM unnest(:ids::text[], :envelopes::text[]) AS d (id, envelope)
      WHERE t.id = d.id`,
    {
      ids: rows.map(({ id }) => id),
      envelopes: rows.map(({ envelope }) => envelope),
    }
  )
}

/** How many secrets of a column another key sealed. */
export const countOldSecrets = async (
  trx: Trx,
  { table, column }: SealedColumn,
  current: string
): Promise<number> => {
  const [{ n }] = await rowsOf<{ n: number }>(
    trx,
    `SELECT count(*)::int AS n FROM ${table} WHERE ${old(column)}`,
    { current }
  )
  return n
}
