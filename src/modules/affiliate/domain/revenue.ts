import { refundShare } from "./commissionable"
import { Amount, roundShare } from "./money"
import { OrderSnapshot } from "./order-snapshot"

/**
 * What goodwill refunds have left of an order's commissionable worth: scaled
 * as its commission is, and rounded once to the currency's own digits.
 *
 * @param base_total commissionable worth before such refunds; zero once the order is cancelled
 */
export const revenueOf = (order: OrderSnapshot, base_total: Amount): Amount => {
  const { left, whole } = refundShare(order)
  return roundShare(base_total, left, whole, order.digits)
}
