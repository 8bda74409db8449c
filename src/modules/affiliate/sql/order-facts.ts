import { rowsOf, Trx } from "../ledger/transaction"
import { checkoutIsOver } from "./checkout"
import { SOLD_AT } from "./sold-at"

/**
 * What Medusa's own order query does not tell, or tells wrongly, read straight
 * from its tables.
 */
export interface OrderFacts {
  order_id: string
  /** Changes with everything that can change what an order owes. */
  stamp: string
  sold_at: Date
  /** Money taken less money given back, in major units. */
  transaction_total: string
  /** The stamp at the last reconcile; `null` = never judged. */
  reconciled_stamp: string | null
  /** All credit lines of the order as it stands. Medusa's own sum takes a single coin for nothing. */
  credit_total: string
  /** Of these, what the order was placed with: gift cards, store credit. */
  placement_credit_total: string
  /** Whether there is any commission rule, so that the order's attributes matter. */
  ruled: boolean
  /** Whether the order has anything of a rule's cap per period. */
  holds_grants: boolean
}

/**
 * The stamp takes version, status and `updated_at`, and the transactions too:
 * a capture, and the refund of a received return, leave the order row alone.
 * Times as seconds: how they are written out depends on a server's settings.
 */
export const ORDER_STAMP = `concat_ws('|', o.version, o.status, extract(epoch FROM o.updated_at),
  (SELECT concat_ws('/', count(*), sum(t.amount)) FROM order_transaction t
    WHERE t.order_id = o.id AND t.deleted_at IS NULL))`

/** When an order was cancelled; `NULL` while it stands. */
export const CANCELED_AT = `CASE WHEN o.status = 'canceled'
  THEN coalesce(o.canceled_at, o.updated_at) END`

/** Facts of the orders that exist, in any sequence. */
export const readOrderFacts = async (
  trx: Trx,
  order_ids: string[]
): Promise<OrderFacts[]> =>
  rowsOf<OrderFacts>(
    trx,
    `SELECT o.id AS order_id, ${ORDER_STAMP} AS stamp, ${SOLD_AT} AS sold_at,
            (SELECT coalesce(sum(t.amount), 0)::text FROM order_transaction t
              WHERE t.order_id = o.id AND t.deleted_at IS NULL) AS transaction_total,
            (SELECT c.order_stamp FROM affiliate_conversion c
              WHERE c.order_id = o.id AND c.deleted_at IS NULL) AS reconciled_stamp,
            -- Medusa copies credit lines into every version: version 1 has
            -- those that were there when the order was placed.
            (SELECT coalesce(sum(l.amount), 0)::text FROM order_credit_line l
              WHERE l.order_id = o.id AND l.version = o.version
                AND l.deleted_at IS NULL) AS credit_total,
            (SELECT coalesce(sum(l.amount), 0)::text FROM order_credit_line l
              WHERE l.order_id = o.id AND l.version = 1
                AND l.deleted_at IS NULL) AS placement_credit_total,
            EXISTS (SELECT 1 FROM affiliate_rule) AS ruled,
            EXISTS (SELECT 1 FROM affiliate_rule_grant g
                     WHERE g.order_id = o.id AND g.deleted_at IS NULL) AS holds_grants
       FROM "order" o
      WHERE o.id = ANY(:order_ids) AND o.deleted_at IS NULL`,
    { order_ids }
  )

/**
 * Earlier orders of the same buyer that were never judged: they may make the
 * bond that a later one is credited by, so they are judged first.
 */
export const earlierUnjudgedOrders = async (
  trx: Trx,
  order_id: string,
  limit: number
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `WITH one AS MATERIALIZED (SELECT o.id, o.customer_id, ${SOLD_AT} AS sold_at
                    FROM "order" o WHERE o.id = :order_id)
     SELECT o.id
       FROM one
       JOIN customer buyer ON buyer.id = one.customer_id
       -- The guest and the account made later have one e-mail and two ids.
       JOIN customer same ON same.email = buyer.email
       JOIN "order" o
         ON o.customer_id = same.id
        AND o.created_at < one.sold_at
        AND o.id <> one.id
        AND NOT o.is_draft_order
        AND o.deleted_at IS NULL
      WHERE o.created_at >= (SELECT min(created_at) FROM affiliate_program)
        AND ${checkoutIsOver("o")}
        AND NOT EXISTS (SELECT 1 FROM affiliate_conversion c
                         WHERE c.order_id = o.id AND c.deleted_at IS NULL)
        AND ${SOLD_AT} < one.sold_at
      ORDER BY ${SOLD_AT}, o.id
      LIMIT :limit`,
    { order_id, limit }
  )
  return rows.map((row) => row.id)
}

/**
 * SQL: the orders of the buyer `:customer_id`, `:email`, each way by an index:
 * Medusa has none for the e-mail of an order. A guest and the account made
 * later have one e-mail and two ids.
 */
const ORDERS_OF_BUYER = `
  SELECT id FROM "order" WHERE customer_id = :customer_id AND deleted_at IS NULL
   UNION
  SELECT own.id FROM customer same
    JOIN "order" own ON own.customer_id = same.id AND own.deleted_at IS NULL
   WHERE same.email = :email
   UNION
  SELECT order_id FROM affiliate_conversion
   WHERE email_normalized = :email AND deleted_at IS NULL`

/**
 * Whether the buyer had an earlier order that stood when this one was placed:
 * one that was cancelled only since counts, however late this is asked.
 */
export const boughtBefore = async (
  trx: Trx,
  order: {
    order_id: string
    customer_id: string | null
    email: string | null
    placed_at: Date
  }
): Promise<boolean> => {
  const rows = await rowsOf<{ found: boolean }>(
    trx,
    `SELECT EXISTS (
       SELECT 1 FROM "order" o
        WHERE o.id IN (${ORDERS_OF_BUYER})
          AND o.id <> :order_id
          AND o.created_at < :placed_at AND ${SOLD_AT} < :placed_at
          AND (${CANCELED_AT} IS NULL OR ${CANCELED_AT} > :placed_at)
          AND NOT o.is_draft_order
          AND o.deleted_at IS NULL) AS found`,
    order
  )
  return rows[0].found
}

/**
 * The orders behind a payment, capture, refund, order transaction, credit line
 * or order change; ids are unique over all of Medusa.
 */
export const orderIdsOfMovement = async (
  trx: Trx,
  id: string
): Promise<string[]> => {
  const rows = await rowsOf<{ order_id: string }>(
    trx,
    `SELECT order_id FROM order_transaction WHERE id = :id
      UNION
     SELECT order_id FROM order_credit_line WHERE id = :id
      UNION
     SELECT order_id FROM order_change WHERE id = :id
      UNION
     SELECT link.order_id
       FROM payment p
       JOIN order_payment_collection link
         ON link.payment_collection_id = p.payment_collection_id
        AND link.deleted_at IS NULL
      WHERE p.id = :id
         OR p.id = (SELECT payment_id FROM capture WHERE id = :id)
         OR p.id = (SELECT payment_id FROM refund WHERE id = :id)`,
    { id }
  )
  return rows.map((row) => row.order_id)
}
