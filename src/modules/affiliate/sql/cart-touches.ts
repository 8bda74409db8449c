import { generateEntityId } from "@medusajs/framework/utils"

import { rowsOf, Trx } from "../ledger/transaction"

/** What a cart remembers of who sent its shopper. */
export interface CartTouch {
  cart_id: string
  code_id: string | null
  code_at: Date | null
  click_id: string | null
  visitor_id: string | null
  sub_id: string | null
}

/** What is new; what is `null` stays as it was. */
export type NewCartTouch = Omit<CartTouch, "code_at">

const COLUMNS = "cart_id, code_id, code_at, click_id, visitor_id, sub_id"

export const readTouch = async (
  trx: Trx,
  cart_id: string
): Promise<CartTouch | null> => {
  const rows = await rowsOf<CartTouch>(
    trx,
    `SELECT ${COLUMNS} FROM affiliate_cart_touch
      WHERE cart_id = :cart_id AND deleted_at IS NULL`,
    { cart_id }
  )
  return rows[0] ?? null
}

/** Adds to what the cart remembers, in one statement: one row a cart, whoever writes at once. */
export const addTouch = async (
  trx: Trx,
  touch: NewCartTouch
): Promise<CartTouch> => {
  const [row] = await rowsOf<CartTouch>(
    trx,
    `INSERT INTO affiliate_cart_touch AS t (id, ${COLUMNS})
     VALUES (:id, :cart_id, :code_id,
             CASE WHEN :code_id::text IS NULL THEN NULL
                  ELSE date_trunc('milliseconds', clock_timestamp()) END,
             :click_id, :visitor_id, :sub_id)
     ON CONFLICT (cart_id) WHERE deleted_at IS NULL DO UPDATE
        SET code_id = coalesce(excluded.code_id, t.code_id),
            code_at = coalesce(excluded.code_at, t.code_at),
            click_id = coalesce(excluded.click_id, t.click_id),
            visitor_id = coalesce(excluded.visitor_id, t.visitor_id),
            sub_id = coalesce(excluded.sub_id, t.sub_id),
            updated_at = now()
     RETURNING ${COLUMNS}`,
    { ...touch, id: generateEntityId(undefined, "affcart") }
  )
  return row
}

/** Puts back exactly what was there before. */
export const putTouch = async (trx: Trx, touch: CartTouch): Promise<void> => {
  await deleteTouch(trx, touch.cart_id)
  await rowsOf(
    trx,
    `INSERT INTO affiliate_cart_touch (id, ${COLUMNS})
     VALUES (:id, :cart_id, :code_id, :code_at, :click_id, :visitor_id, :sub_id)`,
    { ...touch, id: generateEntityId(undefined, "affcart") }
  )
}

export const deleteTouch = async (trx: Trx, cart_id: string): Promise<void> => {
  await rowsOf(
    trx,
    "DELETE FROM affiliate_cart_touch WHERE cart_id = :cart_id AND deleted_at IS NULL",
    { cart_id }
  )
}
