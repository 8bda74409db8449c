import { rowsOf, Trx } from "../ledger/transaction"
import { ORDER_STAMP } from "./order-facts"

/** Orders made before the plugin was installed are left alone. */
const SINCE_INSTALL = `o.created_at >= (SELECT min(created_at) FROM affiliate_program)`

/** An order that is a sale: neither a draft nor deleted. */
export const IS_SALE = `NOT o.is_draft_order AND o.deleted_at IS NULL AND ${SINCE_INSTALL}`

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
        AND (c.id IS NULL
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
