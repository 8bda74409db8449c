import { ZERO } from "../domain/money"
import { OrderSnapshot } from "../domain/order-snapshot"
import { databaseTime } from "../sql/clock"
import { readOrderFacts } from "../sql/order-facts"
import { lockOrder } from "../sql/order-lock"
import { readConversion } from "./conversions"
import { ReconcileResult, settleOrder } from "./settle-order"
import { rowsOf, Trx } from "./transaction"

type Remembered = Pick<
  OrderSnapshot,
  "order_display_id" | "currency_code" | "customer_id" | "email"
>

/** What the verdict remembers of an order that is no more. */
const readRemembered = async (
  trx: Trx,
  order_id: string
): Promise<Remembered | null> => {
  const rows = await rowsOf<Remembered>(
    trx,
    `SELECT order_display_id, currency_code, customer_id, email_normalized AS email
       FROM affiliate_conversion
      WHERE order_id = :order_id AND deleted_at IS NULL`,
    { order_id }
  )
  return rows[0] ?? null
}

/**
 * Takes back what an order earned that is no more: Medusa deletes an order
 * whose checkout fails in the end. To the ledger it is a cancelled order.
 *
 * @returns `null` when the order is there after all, or was never judged, or
 *   was taken back before
 */
export const retractOrder = async (
  trx: Trx,
  order_id: string
): Promise<ReconcileResult | null> => {
  const remembered = await readRemembered(trx, order_id)
  if (!remembered) {
    return null
  }
  await lockOrder(trx, { order_id, ...remembered })
  const facts = await readOrderFacts(trx, [order_id])
  const stored = await readConversion(trx, order_id)
  if (facts.length || !stored || stored.canceled_at) {
    return null
  }
  const nothingLeft: OrderSnapshot = {
    ...remembered,
    order_id,
    digits: 0,
    placed_at: stored.placed_at,
    canceled_at: await databaseTime(trx),
    cart_id: null,
    items: [],
    shipping: [],
    codes: [],
    total: ZERO,
    total_before_refunds: ZERO,
    paid: ZERO,
    payable: ZERO,
    stamp: "deleted",
  }
  return settleOrder(trx, nothingLeft, stored, {
    judged: true,
    canceled: false,
    holds_grants: true,
  })
}
