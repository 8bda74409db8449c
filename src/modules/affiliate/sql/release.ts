import { rowsOf, Trx } from "../ledger/transaction"
import { ORDER_STAMP } from "./order-facts"

/**
 * Commissions released in one transaction: few enough that a refund of the same
 * affiliate never waits 100 ms for them, enough that a million take no hour.
 */
export const RELEASE_CHUNK = 500

/** Where the next chunk begins: after this commission, in the order they fall due. */
export interface ReleaseCursor {
  /** As Postgres writes it: a Date would lose the microseconds. */
  available_at: string
  id: string
}

/** What one chunk did; `next` is `null` when there is no more. */
export interface ReleasedChunk {
  released: ReleasedCommission[]
  next: ReleaseCursor | null
}

/** A commission that was released, with what an event tells of it. */
export interface ReleasedCommission {
  id: string
  affiliate_id: string
  order_id: string | null
}

const DUE = `c.status = 'pending' AND c.payable AND NOT c.held
  AND c.available_at <= now() AND c.deleted_at IS NULL`

/**
 * Whether the order is still what the commission was reckoned from: a
 * cancellation or a refund that no event told of yet must not come too late. An
 * order that changed, or is no more, waits for its reconcile.
 */
const ORDER_AS_KNOWN = `(c.conversion_id IS NULL OR EXISTS (
    SELECT 1 FROM affiliate_conversion v
      JOIN "order" o ON o.id = v.order_id AND o.deleted_at IS NULL
     WHERE v.id = c.conversion_id AND v.order_stamp = ${ORDER_STAMP}))`

/** The next commissions that are due. From a cursor on, so that what chunks before released is not walked again. */
const dueAfter = async (
  trx: Trx,
  after: ReleaseCursor | null,
  limit: number
): Promise<ReleaseCursor[]> =>
  rowsOf<ReleaseCursor>(
    trx,
    `SELECT c.id, c.available_at::text
       FROM affiliate_commission c
      WHERE ${DUE} ${after ? "AND (c.available_at, c.id) > (:available_at, :id)" : ""}
      ORDER BY c.available_at, c.id
      LIMIT :limit`,
    { ...after, limit }
  )

/**
 * Locks the balances of commissions, skipping those somebody else holds, so
 * that a refund never waits for a release nor the other way round.
 */
const lockBalancesOf = async (
  trx: Trx,
  ids: string[]
): Promise<{ affiliates: string[]; currencies: string[] }> => {
  const rows = await rowsOf<{ affiliate_id: string; currency_code: string }>(
    trx,
    `SELECT b.affiliate_id, b.currency_code
       FROM affiliate_balance b
      WHERE b.deleted_at IS NULL
        AND (b.affiliate_id, b.currency_code) IN (
              SELECT c.affiliate_id, c.currency_code
                FROM affiliate_commission c WHERE c.id = ANY(:ids))
      ORDER BY b.affiliate_id, b.currency_code
        FOR NO KEY UPDATE SKIP LOCKED`,
    { ids }
  )
  return {
    affiliates: rows.map((row) => row.affiliate_id),
    currencies: rows.map((row) => row.currency_code),
  }
}

/**
 * Releases up to `limit` commissions whose hold is over, of orders that are
 * fully paid and have not changed since they were reconciled, unless a person or a risk rule holds them: one statement moves
 * pending to available for all of them. Time is the database's. What somebody
 * else has locked is left for the next run.
 *
 * @param after where the chunk before ended; `null` = begin with what is due longest
 */
export const releaseDue = async (
  trx: Trx,
  limit: number,
  after: ReleaseCursor | null
): Promise<ReleasedChunk> => {
  const due = await dueAfter(trx, after, limit)
  if (!due.length) {
    return { released: [], next: null }
  }
  const ids = due.map(({ id }) => id)
  const locked = await lockBalancesOf(trx, ids)
  const released = await rowsOf<ReleasedCommission>(
    trx,
    `WITH due AS MATERIALIZED (
       SELECT c.id, c.affiliate_id, c.currency_code, c.order_id, c.amount
         FROM affiliate_commission c
        WHERE c.id = ANY(:ids) AND ${DUE} AND ${ORDER_AS_KNOWN}
          AND (c.affiliate_id, c.currency_code) IN
              (SELECT * FROM unnest(:affiliates::text[], :currencies::text[]))
          FOR NO KEY UPDATE SKIP LOCKED),
     released AS (
       UPDATE affiliate_commission c
          SET status = 'available', released_at = now(), updated_at = now()
         FROM due WHERE c.id = due.id),
     posted AS (
       INSERT INTO affiliate_entry
              (id, affiliate_id, currency_code, account, amount, type,
               commission_id, source_key)
       SELECT 'affent_' || replace(gen_random_uuid()::text, '-', ''),
              due.affiliate_id, due.currency_code, leg.account,
              leg.sign * due.amount, 'release', due.id,
              'release:' || due.id || ':' || leg.account
         FROM due, (VALUES ('pending', -1), ('available', 1)) AS leg (account, sign)),
     moved AS (
       UPDATE affiliate_balance b
          SET pending = b.pending - t.total, available = b.available + t.total,
              updated_at = now()
         FROM (SELECT affiliate_id, currency_code, sum(amount) AS total
                 FROM due GROUP BY affiliate_id, currency_code) AS t
        WHERE b.affiliate_id = t.affiliate_id
          AND b.currency_code = t.currency_code AND b.deleted_at IS NULL)
     SELECT id, affiliate_id, order_id FROM due`,
    { ...locked, ids }
  )
  return { released, next: due.length < limit ? null : due[due.length - 1] }
}
