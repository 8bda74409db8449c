import { generateEntityId } from "@medusajs/framework/utils"

import { Bond, BondingOrder } from "../domain/bond"
import { rowsOf, Trx } from "../ledger/transaction"
import { CANCELED_AT } from "./order-facts"

export interface Buyer {
  customer_id: string | null
  /** Normalised. */
  email: string | null
}

/** How many orders of one buyer are looked at, oldest first. */
const ORDERS_MAX = 1000

/**
 * The buyer's attributed orders, by customer and by e-mail, so that a guest's
 * orders count for the account made later. Whether one was cancelled is asked
 * of the order itself: its own reconcile may still be on its way.
 */
export const readBondingOrders = async (
  trx: Trx,
  { customer_id, email }: Buyer
): Promise<BondingOrder[]> =>
  rowsOf<BondingOrder>(
    trx,
    `SELECT c.order_id, c.affiliate_id, c.placed_at,
            coalesce(c.canceled_at, ${CANCELED_AT}) AS canceled_at,
            (c.terms->>'trailing_months')::int AS trailing_months
       FROM affiliate_conversion c
       LEFT JOIN "order" o ON o.id = c.order_id
      WHERE c.outcome = 'attributed' AND c.deleted_at IS NULL
        AND (c.customer_id = :customer_id OR c.email_normalized = :email)
      ORDER BY c.placed_at, c.order_id
      LIMIT ${ORDERS_MAX}`,
    { customer_id, email }
  )

const OF_BUYER = `deleted_at IS NULL
  AND (customer_id = :customer_id OR email_normalized = :email)`

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
    await trx.raw(`DELETE FROM affiliate_attribution WHERE ${OF_BUYER}`, {
      customer_id,
      email,
    })
    return
  }
  // Two rows may have to become one: a guest's and the account's made later.
  await trx.raw(
    `DELETE FROM affiliate_attribution
      WHERE ${OF_BUYER}
        AND id <> (SELECT id FROM affiliate_attribution
                    WHERE ${OF_BUYER}
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
      WHERE ${OF_BUYER}
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
