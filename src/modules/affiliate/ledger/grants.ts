import { Grants } from "../domain/entitlement"
import { Amount } from "../domain/money"
import { OrderSnapshot } from "../domain/order-snapshot"
import { grantOf } from "../domain/rules/grant"
import { PeriodClaim } from "../domain/rules/period-claims"
import {
  CapKey,
  freeGrant,
  grantedToOthers,
  lockCaps,
  readGrants,
  StoredGrant,
  writeGrant,
} from "../sql/rule-grants"
import { Trx } from "./transaction"

/** Claims of the affiliate credited for an order; none where nobody is. */
export interface OrderClaims {
  affiliate_id: string | null
  claims: PeriodClaim[]
}

const granting = async (
  trx: Trx,
  order: OrderSnapshot,
  affiliate_id: string,
  claim: PeriodClaim,
  stored: StoredGrant[]
): Promise<Amount> =>
  grantOf({
    earned: claim.earned,
    cap: claim.cap,
    stored:
      stored.find(
        (grant) =>
          grant.rule_id === claim.rule_id &&
          grant.affiliate_id === affiliate_id &&
          grant.period_start.getTime() === claim.period_start.getTime()
      ) ?? null,
    others: await grantedToOthers(trx, {
      rule_id: claim.rule_id,
      affiliate_id,
      currency_code: order.currency_code,
      period_start: claim.period_start,
      order_id: order.order_id,
    }),
  })

/** What a reconcile would grant now. Writes and locks nothing: to show. */
export const foreseeGrants = async (
  trx: Trx,
  order: OrderSnapshot,
  affiliate_id: string,
  claims: PeriodClaim[]
): Promise<Grants> => {
  const stored = claims.length ? await readGrants(trx, order.order_id) : []
  const grants = new Map<string, Amount>()
  for (const claim of claims) {
    grants.set(
      claim.rule_id,
      await granting(trx, order, affiliate_id, claim, stored)
    )
  }
  return grants
}

/**
 * Takes what the order may have of the caps its lines fall under, and gives
 * back what it had of others. A cap is shared by many orders: it is locked
 * first, before the balances, and read after.
 *
 * @param holds whether the order has grants already
 */
export const settleGrants = async (
  trx: Trx,
  order: OrderSnapshot,
  { affiliate_id, claims }: OrderClaims,
  holds: boolean
): Promise<Grants> => {
  const grants = new Map<string, Amount>()
  if (!claims.length && !holds) {
    return grants
  }
  const { order_id, currency_code } = order
  // The order's own lock is held: nobody else writes its grants.
  const stored = await readGrants(trx, order_id)
  const keyOf = (rule_id: string, of: string): CapKey => ({
    rule_id,
    affiliate_id: of,
    currency_code,
  })
  await lockCaps(trx, [
    ...stored.map((grant) => keyOf(grant.rule_id, grant.affiliate_id)),
    ...(affiliate_id
      ? claims.map(({ rule_id }) => keyOf(rule_id, affiliate_id))
      : []),
  ])
  if (affiliate_id) {
    for (const claim of claims) {
      const granted = await granting(trx, order, affiliate_id, claim, stored)
      const { rule_id, period_start, earned } = claim
      await writeGrant(
        trx,
        { ...keyOf(rule_id, affiliate_id), period_start, order_id },
        { earned, granted }
      )
      grants.set(rule_id, granted)
    }
  }
  for (const grant of stored) {
    if (grant.affiliate_id !== affiliate_id || !grants.has(grant.rule_id)) {
      await freeGrant(trx, { order_id, ...grant })
    }
  }
  return grants
}
