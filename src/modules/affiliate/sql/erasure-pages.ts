import { Pseudonym, traceWithout } from "../domain/erasure"
import { TraceStep } from "../domain/trace"
import { rowsOf, Trx } from "../ledger/transaction"
import { lockOrders } from "./order-lock"

/** Where a page of clicks ended; `null` = at the end. */
export type ClickPlace = { at: string; id: string } | null

/** Takes the visitors off a page of an affiliate's clicks; how many clicks there were stays. */
export const scrubClicks = async (
  trx: Trx,
  input: { affiliate_id: string; after: ClickPlace; limit: number }
): Promise<ClickPlace> => {
  const { affiliate_id, after, limit } = input
  const rows = await rowsOf<{ at: string; id: string }>(
    trx,
    `WITH page AS (
       SELECT id, created_at FROM affiliate_click
        WHERE affiliate_id = :affiliate_id
          AND (:at::timestamptz IS NULL
               OR (created_at, id) > (:at::timestamptz, :id::text))
        ORDER BY created_at, id
        LIMIT :limit),
     scrubbed AS (
       UPDATE affiliate_click k
          SET visitor_id = NULL, sub_id = NULL, landing_url = NULL, referrer = NULL
         FROM page
        WHERE k.id = page.id AND k.created_at = page.created_at
          AND (k.visitor_id IS NOT NULL OR k.sub_id IS NOT NULL
               OR k.landing_url IS NOT NULL OR k.referrer IS NOT NULL)),
     carts AS (
       UPDATE affiliate_cart_touch t
          SET visitor_id = NULL, sub_id = NULL, updated_at = now()
         FROM page WHERE t.click_id = page.id)
     SELECT created_at::text AS at, id FROM page ORDER BY created_at, id`,
    { affiliate_id, limit, at: after?.at ?? null, id: after?.id ?? null }
  )
  return rows.length < limit ? null : rows[limit - 1]
}

/** Orders whose trace names an affiliate, as credited, outranked or above, in id order. */
export const ordersTracing = async (
  trx: Trx,
  input: { affiliate_id: string; after: string; limit: number }
): Promise<string[]> => {
  const rows = await rowsOf<{ order_id: string }>(
    trx,
    `SELECT order_id FROM affiliate_conversion
      WHERE order_id > :after AND deleted_at IS NULL AND trace @> :named::jsonb
      ORDER BY order_id
      LIMIT :limit`,
    {
      ...input,
      named: JSON.stringify([{ facts: { affiliate_id: input.affiliate_id } }]),
    }
  )
  return rows.map(({ order_id }) => order_id)
}

/**
 * Has the traces of orders call an affiliate by the pseudonym. The orders are
 * locked as a reconcile locks them: it would write back the trace it has read.
 */
export const scrubTraces = async (
  trx: Trx,
  input: { affiliate_id: string; order_ids: string[]; pseudonym: Pseudonym }
): Promise<void> => {
  const { affiliate_id, order_ids, pseudonym } = input
  await lockOrders(trx, order_ids)
  const rows = await rowsOf<{
    order_id: string
    note: string | null
    trace: TraceStep[]
  }>(
    trx,
    `SELECT order_id, note, trace FROM affiliate_conversion
      WHERE order_id = ANY(:order_ids) AND deleted_at IS NULL`,
    { order_ids }
  )
  const traces = rows.map(({ order_id, note, trace }) => ({
    order_id,
    trace: traceWithout(trace, affiliate_id, pseudonym, note),
  }))
  await trx.raw(
    `UPDATE affiliate_conversion v SET trace = s.trace, updated_at = now()
       FROM jsonb_to_recordset(:traces::jsonb) AS s (order_id text, trace jsonb)
      WHERE v.order_id = s.order_id AND v.deleted_at IS NULL
        AND v.trace <> s.trace`,
    { traces: JSON.stringify(traces) }
  )
}
