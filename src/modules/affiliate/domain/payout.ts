import { Amount, min, sum, ZERO } from "./money"
import { amountIn, CurrencyAmount } from "./terms"

/** A commission's money in the available account; negative for a debt. */
export interface AvailableCommission {
  commission_id: string
  available: Amount
  released_at: Date
}

export interface PayoutPart {
  commission_id: string
  amount: Amount
}

/** Why a payout cannot be made. `minimum` only for `below_minimum`. */
export type PayoutRefusal =
  | { reason: "nothing_available" }
  | { reason: "over_balance" }
  | { reason: "below_minimum"; minimum: Amount }

/**
 * The least a payout may be, from the tier where it lists the currency, else
 * from the program. A currency neither lists has none.
 */
export const minimumPayout = (
  tier: CurrencyAmount[] | null,
  program: CurrencyAmount[],
  currency_code: string
): Amount =>
  amountIn(tier ?? [], currency_code) ??
  amountIn(program, currency_code) ??
  ZERO

/** @returns the refusal, or `null` when `amount` may be paid out */
export const refusePayout = (
  amount: Amount,
  available: Amount,
  minimum: Amount
): PayoutRefusal | null => {
  if (available.lte(0)) {
    return { reason: "nothing_available" }
  }
  if (amount.gt(available)) {
    return { reason: "over_balance" }
  }
  return amount.lt(minimum) ? { reason: "below_minimum", minimum } : null
}

/**
 * Fills a payout from the commissions: all debts first, so that they are
 * netted, then what was released earliest; the last one is split. The parts
 * add up to `amount`, which must not be more than what is available in all.
 */
export const fillPayout = (
  commissions: AvailableCommission[],
  amount: Amount
): PayoutPart[] => {
  const debts = commissions.filter(({ available }) => available.lt(0))
  const parts: PayoutPart[] = debts.map(({ commission_id, available }) => ({
    commission_id,
    amount: available,
  }))
  let rest = amount.minus(sum(parts.map((part) => part.amount)))
  const earnings = commissions
    .filter(({ available }) => available.gt(0))
    .sort(
      (a, b) =>
        a.released_at.getTime() - b.released_at.getTime() ||
        (a.commission_id < b.commission_id ? -1 : 1)
    )
  for (const { commission_id, available } of earnings) {
    if (rest.lte(0)) {
      break
    }
    const part = min(rest, available)
    parts.push({ commission_id, amount: part })
    rest = rest.minus(part)
  }
  if (!rest.isZero()) {
    throw new RangeError("fillPayout: amount is more than what is available")
  }
  return parts
}

/** What a provider knows a payout by; a new attempt has a new key. */
export const payoutKey = (payout_id: string, attempt: number): string =>
  `${payout_id}-${attempt}`

/** The payout and attempt that a key is of; `null` = it is none of ours. */
export const readPayoutKey = (
  key: string
): { payout_id: string; attempt: number } | null => {
  const [, payout_id, attempt] = /^(affpay_\w+)-([1-9]\d{0,8})$/.exec(key) ?? []
  return payout_id ? { payout_id, attempt: Number(attempt) } : null
}
