const DAY_MS = 24 * 60 * 60 * 1000

/** A visit of the buyer before the order. */
export interface EarlierVisit {
  click_id: string
  affiliate_id: string
  link_id: string | null
  sub_id: string | null
  at: Date
}

/** How the buyer came to whoever is credited. */
export interface BroughtBy {
  link_id: string | null
  sub_id: string | null
}

/**
 * The link, and the affiliate's own mark, that an order is counted under: of the
 * click that credited it, or, when something else did, of the last visit to the
 * same affiliate within its window. Says nothing about who is credited.
 *
 * @param visits latest first
 * @param cart_sub_id the mark that the cart remembers, where no visit has one
 */
export const broughtBy = (
  credited: {
    affiliate_id: string
    click_id: string | null
    attribution_window_days: number
    placed_at: Date
  },
  visits: EarlierVisit[],
  cart_sub_id: string | null
): BroughtBy => {
  const since =
    credited.placed_at.getTime() - credited.attribution_window_days * DAY_MS
  const visit =
    visits.find(({ click_id }) => click_id === credited.click_id) ??
    visits.find(
      ({ affiliate_id, at }) =>
        affiliate_id === credited.affiliate_id && at.getTime() >= since
    )
  return {
    link_id: visit?.link_id ?? null,
    sub_id: visit?.sub_id ?? cart_sub_id,
  }
}
