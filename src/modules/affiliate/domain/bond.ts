/** An attributed order, as far as it can make a bond. */
export interface BondingOrder {
  order_id: string
  affiliate_id: string
  placed_at: Date
  canceled_at: Date | null
  /** Pinned for that order; `null` = for ever, `0` = first order only. */
  trailing_months: number | null
}

/** The lasting bond of a customer to one affiliate. */
export interface Bond {
  affiliate_id: string
  order_id: string
  starts_at: Date
  /** `null` = for ever. Equal to `starts_at` where only the first order counts. */
  ends_at: Date | null
}

/**
 * Adds calendar months; a day the month does not have becomes its last
 * (31 January + 1 month = 28 or 29 February).
 */
export const addMonths = (date: Date, months: number): Date => {
  const result = new Date(date.getTime())
  const day = result.getUTCDate()
  result.setUTCDate(1)
  result.setUTCMonth(result.getUTCMonth() + months)
  const lastDay = new Date(
    Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)
  ).getUTCDate()
  result.setUTCDate(Math.min(day, lastDay))
  return result
}

/**
 * The bond that a customer's attributed orders make: the first one that was
 * not cancelled makes it, later ones do not move it, and after it has ended
 * the next attributed order makes a new one. Depends on the orders only, not
 * on the sequence in which they were heard of.
 *
 * @param at the bond as it was at that moment; without it, as it is now
 */
export const bondOf = (orders: BondingOrder[], at?: Date): Bond | null => {
  const standing = orders
    .filter(({ placed_at, canceled_at }) =>
      at === undefined
        ? canceled_at === null
        : placed_at.getTime() <= at.getTime() &&
          (canceled_at === null || canceled_at.getTime() > at.getTime())
    )
    .sort(
      (a, b) =>
        a.placed_at.getTime() - b.placed_at.getTime() ||
        (a.order_id < b.order_id ? -1 : 1)
    )
  let bond: Bond | null = null
  for (const order of standing) {
    const holds =
      bond !== null &&
      (bond.ends_at === null ||
        order.placed_at.getTime() <= bond.ends_at.getTime())
    if (!holds) {
      bond = {
        affiliate_id: order.affiliate_id,
        order_id: order.order_id,
        starts_at: order.placed_at,
        ends_at:
          order.trailing_months === null
            ? null
            : addMonths(order.placed_at, order.trailing_months),
      }
    }
  }
  return bond
}
