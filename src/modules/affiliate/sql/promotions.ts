import { rowsOf, Trx } from "../ledger/transaction"

/**
 * Affiliates whose promotions do not do what their status says, because the
 * process died between the two: somebody who may not earn, or a retired code,
 * still gives a discount; or a status that lets codes work again was not
 * followed by that. One that was switched off since then was switched off by
 * the merchant, and stays so.
 *
 * @param after only affiliates with a greater id, for going through them in pages
 */
export const affiliatesToSwitch = async (
  trx: Trx,
  input: { after: string; limit: number }
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `SELECT DISTINCT a.id
       FROM affiliate a
       JOIN affiliate_code c ON c.affiliate_id = a.id
       JOIN promotion p ON p.id = c.promotion_id AND p.deleted_at IS NULL
      WHERE a.id > :after AND a.deleted_at IS NULL
        AND CASE WHEN a.status = 'approved' AND c.retired_at IS NULL
                 THEN p.status = 'inactive'
                      AND p.updated_at < (a.status_history -> -1 ->> 'at')::timestamptz
                 ELSE p.status = 'active' END
      ORDER BY a.id
      LIMIT :limit`,
    input
  )
  return rows.map((row) => row.id)
}
