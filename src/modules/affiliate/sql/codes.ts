import { rowsOf, Trx } from "../ledger/transaction"

/** Keeps a code as it is until the transaction ends. */
export const lockCode = async (trx: Trx, id: string): Promise<boolean> => {
  const rows = await rowsOf(
    trx,
    "SELECT id FROM affiliate_code WHERE id = :id FOR UPDATE",
    { id }
  )
  return rows.length > 0
}

/**
 * Whether a code has earned, or may have: orders that carry its promotion, or whose cart
 * remembered it, and that nobody has judged yet, count too.
 */
export const codeHasEarned = async (
  trx: Trx,
  code: { id: string; promotion_id: string | null }
): Promise<boolean> => {
  const [row] = await rowsOf<{ earned: boolean }>(
    trx,
    `SELECT EXISTS (SELECT 1 FROM affiliate_conversion
                     WHERE code_id = :id AND deleted_at IS NULL)
         OR EXISTS (SELECT 1 FROM order_promotion used
                     WHERE used.promotion_id = :promotion_id
                       AND NOT EXISTS (SELECT 1 FROM affiliate_conversion judged
                                        WHERE judged.order_id = used.order_id
                                          AND judged.deleted_at IS NULL))
         OR EXISTS (SELECT 1 FROM affiliate_cart_touch touch
                      JOIN order_cart bought ON bought.cart_id = touch.cart_id
                     WHERE touch.code_id = :id
                       AND NOT EXISTS (SELECT 1 FROM affiliate_conversion judged
                                        WHERE judged.order_id = bought.order_id
                                          AND judged.deleted_at IS NULL)) AS earned`,
    { id: code.id, promotion_id: code.promotion_id }
  )
  return row.earned
}
