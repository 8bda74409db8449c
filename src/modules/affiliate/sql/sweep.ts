import { rowsOf, Trx } from "../ledger/transaction"
import { checkoutIsOver } from "./checkout"
import { ORDER_STAMP } from "./order-facts"

/** Orders made before the plugin was installed are left alone. */
const SINCE_INSTALL = `o.created_at >= (SELECT min(created_at) FROM affiliate_program)`

/** An order that is a sale: neither a draft nor deleted. */
export const IS_SALE = `NOT o.is_draft_order AND o.deleted_at IS NULL AND ${SINCE_INSTALL}`

/** Medusa deletes an order within minutes. What is gone later was cleared away by the merchant, and keeps what it earned. */
const DELETED_WITHIN_DAYS = 30

/**
 * A verdict that credits somebody with an order that has to exist: a recent
 * one, of which nothing was released.
 */
export const ORDER_HAS_TO_EXIST = `v.outcome = 'attributed' AND v.canceled_at IS NULL
  AND v.deleted_at IS NULL
  AND v.placed_at >= now() - interval '${DELETED_WITHIN_DAYS} days'
  AND NOT EXISTS (SELECT 1 FROM affiliate_commission released
                   WHERE released.conversion_id = v.id
                     AND released.released_at IS NOT NULL
                     AND released.deleted_at IS NULL)`

/**
 * Orders that need a reconcile and did not get one: never judged, or changed
 * since. Compares each order's stamp with the one stored at its last reconcile,
 * so that nothing is missed, whatever happened to the events.
 *
 * @param after only orders with a greater id, for going through them in pages
 * @param window_days compares only orders with something new in these days;
 *   those never judged are always found. `null` = compares all
 */
export const ordersToReconcile = async (
  trx: Trx,
  input: { after: string; limit: number; window_days: number | null }
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `SELECT o.id
       FROM "order" o
       LEFT JOIN affiliate_conversion c
         ON c.order_id = o.id AND c.deleted_at IS NULL
      WHERE o.id > :after AND ${IS_SALE}
        AND ((c.id IS NULL AND ${checkoutIsOver("o")})
             OR ((:window_days::int IS NULL
                  OR o.updated_at >= now() - make_interval(days => :window_days::int)
                  OR o.id IN (SELECT t.order_id FROM order_transaction t
                               WHERE t.created_at >= now() - make_interval(days => :window_days::int)))
                 AND c.order_stamp <> ${ORDER_STAMP}))
      ORDER BY o.id
      LIMIT :limit`,
    input
  )
  return rows.map((row) => row.id)
}

/**
 * Credited orders that are no more: Medusa deletes an order whose checkout
 * fails in the end. What they earned has to be taken back.
 */
export const creditedOrdersGone = async (
  trx: Trx,
  input: { after: string; limit: number; window_days: number | null }
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `SELECT v.order_id AS id
       FROM affiliate_conversion v
      WHERE v.order_id > :after AND ${ORDER_HAS_TO_EXIST}
        AND (:window_days::int IS NULL
             OR v.placed_at >= now() - make_interval(days => :window_days::int))
        AND NOT EXISTS (SELECT 1 FROM "order" o
                         WHERE o.id = v.order_id AND o.deleted_at IS NULL)
      ORDER BY v.order_id
      LIMIT :limit`,
    input
  )
  return rows.map((row) => row.id)
}
