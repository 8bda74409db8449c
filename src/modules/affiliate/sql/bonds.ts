import { generateEntityId } from "@medusajs/framework/utils"

import { Bond, BondingOrder } from "../domain/bond"
import { rowsOf, Trx } from "../ledger/transaction"

export interface Buyer {
  customer_id: string | null
  /** Normalised. */
  email: string | null
}

/** How many orders of one buyer are looked at, oldest first. */
const ORDERS_MAX = 1000

/**
 * The buyer's attributed orders, by customer and by e-mail, so that a guest's
 * orders count for the account made later.
 */
export const readBondingOrders = async (
  trx: Trx,
  { customer_id, email }: Buyer
): Promise<BondingOrder[]> =>
  rowsOf<BondingOrder>(
    trx,
    `SELECT order_id, affiliate_id, placed_at, canceled_at,
            (terms->>'trailing_months')::int AS trailing_months
       FROM affiliate_conversion
      WHERE outcome = 'attributed' AND deleted_at IS NULL
        AND (customer_id = :customer_id OR email_normalized = :email)
      ORDER BY placed_at, order_id
      LIMIT ${ORDERS_MAX}`,
    { customer_id, email }
  )

/**
 * Writes the buyer's bond as it is derived now; no bond removes the row. The
 * caller holds the buyer's lock.
 */
export const writeBond = async (
  trx: Trx,
  { customer_id, email }: Buyer,
  bond: Bond | null
): Promise<void> => {
  if (!customer_id && !email) {
    return
  }
  if (!bond) {
    await trx.raw(
      `DELETE FROM affiliate_attribution
        WHERE customer_id = :customer_id OR email_normalized = :email`,
      { customer_id, email }
    )
    return
  }
  // Two rows may have to become one: a guest's and the account's made later.
  await trx.raw(
    `DELETE FROM affiliate_attribution
      WHERE (customer_id = :customer_id OR email_normalized = :email)
        AND id <> (SELECT id FROM affiliate_attribution
                    WHERE customer_id = :customer_id OR email_normalized = :email
                    ORDER BY (customer_id = :customer_id) DESC NULLS LAST, id
                    LIMIT 1)`,
    { customer_id, email }
  )
  const row = {
    id: generateEntityId(undefined, "affattr"),
    customer_id,
    email,
    affiliate_id: bond.affiliate_id,
    order_id: bond.order_id,
    starts_at: bond.starts_at,
    ends_at: bond.ends_at,
  }
  const updated = await rowsOf(
    trx,
    `UPDATE affiliate_attribution
        SET customer_id = coalesce(:customer_id, customer_id),
            email_normalized = coalesce(:email, email_normalized),
            affiliate_id = :affiliate_id, order_id = :order_id,
            starts_at = :starts_at, ends_at = :ends_at, updated_at = now()
      WHERE customer_id = :customer_id OR email_normalized = :email
      RETURNING id`,
    row
  )
  if (!updated.length) {
    await trx.raw(
      `INSERT INTO affiliate_attribution
              (id, customer_id, email_normalized, affiliate_id, order_id, starts_at, ends_at)
       VALUES (:id, :customer_id, :email, :affiliate_id, :order_id, :starts_at, :ends_at)`,
      row
    )
  }
}
