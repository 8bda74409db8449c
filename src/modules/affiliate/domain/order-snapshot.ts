import { Amount, roundToCurrency } from "./money"
import type { OrderAttributes } from "./rules/rule"

/** One order line, or shipping method, as the order stands now. */
export interface OrderSnapshotLine {
  id: string
  title: string
  /** Units the shopper keeps: returns that were received are netted out. */
  quantity: Amount
  /** Without tax, after discounts, returns netted out. */
  net: Amount
  /** The same with tax. */
  gross: Amount
}

/** A promotion code on the order and what it took off, without tax. */
export interface OrderSnapshotCode {
  code: string
  promotion_id: string | null
  discount: Amount
}

/**
 * All that decides what an order owes, read once. Amounts in major units of
 * `currency_code`.
 */
export interface OrderSnapshot {
  order_id: string
  order_display_id: number | null
  currency_code: string
  /** Decimal digits of the currency. */
  digits: number
  placed_at: Date
  customer_id: string | null
  email: string | null
  cart_id: string | null
  /** Cancelled orders keep full totals in Medusa and are worth nothing. */
  canceled_at: Date | null
  items: OrderSnapshotLine[]
  shipping: OrderSnapshotLine[]
  codes: OrderSnapshotCode[]
  /** Worth of the order now, gift cards and store credit counted as payment. */
  total: Amount
  /** The same before money was refunded without goods coming back. */
  total_before_refunds: Amount
  /** Money taken, less money given back. */
  paid: Amount
  /** What the shopper still has to pay in money: total less credits. */
  payable: Amount
  /** What commission rules ask about; missing = not read, because there are no rules. */
  attributes?: OrderAttributes
  /** Changes whenever the order changes; compared under the posting's lock. */
  stamp: string
}

/**
 * A cancelled order is never fully paid; one that owes nothing always is.
 *
 * What no coin of the currency can pay is not owed: taking the tax out of a
 * price and putting it back leaves Medusa with a total of 197.0000000000000005,
 * of which nobody ever pays more than 197. The difference is rounded, not its
 * two sides, because 197.005 may have such a rest too.
 */
export const isFullyPaid = (order: OrderSnapshot): boolean =>
  order.canceled_at === null &&
  roundToCurrency(order.payable.minus(order.paid), order.digits).lte(0)
