import { Amount, max, min, ZERO } from "../money"

/** What an order earned by a rule with a cap per period, and what it may keep of it. */
export interface Grant {
  earned: Amount
  granted: Amount
}

/**
 * What an order gets of a cap that it shares with others. As long as it earns
 * the same it keeps what it got, so that asking again changes nothing; unless
 * that is more than the cap is, of a later version that the order was judged
 * anew by.
 *
 * @param others what all other orders of the period have been granted
 * @param stored what this order has of the same period; `null` = it was never asked
 */
export const grantOf = (input: {
  earned: Amount
  cap: Amount
  others: Amount
  stored: Grant | null
}): Amount => {
  const { earned, cap, others, stored } = input
  return stored?.earned.eq(earned) && stored.granted.lte(cap)
    ? stored.granted
    : max(ZERO, min(earned, cap.minus(others)))
}
