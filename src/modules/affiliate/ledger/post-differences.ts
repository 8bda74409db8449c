import { isFullyPaid, OrderSnapshot } from "../domain/order-snapshot"
import { noMoney, planPosting } from "../domain/posting"
import {
  clearLines,
  readOpenPayoutItems,
  updateCommission,
  writeLines,
} from "./commissions"
import {
  post,
  Posting,
  refreshCommissions,
  sourceKey,
  sumsOfCommissions,
} from "./entries"
import { cancelPayoutsInTrx, lowerPayoutItemInTrx } from "./payouts"
import { Target } from "./targets"
import { Trx } from "./transaction"

/** What a reconcile did to one commission. */
export interface CommissionChange {
  commission_id: string
  affiliate_id: string
  order_id: string
  created: boolean
  /** Signed, major units. */
  difference: string
}

/** What was posted for an order. */
export interface PostedDifferences {
  changes: CommissionChange[]
  /** Pending payouts of which nothing was left. */
  canceled_payouts: { id: string; affiliate_id: string }[]
}

/** Brings every commission of the order to what is owed now. */
export const postDifferences = async (
  trx: Trx,
  order: OrderSnapshot,
  targets: Target[]
): Promise<PostedDifferences> => {
  const changes: CommissionChange[] = []
  const canceled: PostedDifferences["canceled_payouts"] = []
  const touched = new Set<string>()
  const payable = isFullyPaid(order)
  for (const { commission, entitlement, owed, waits, created } of targets) {
    // Read anew for each: the one before may have cancelled a payout of this one.
    const sums = await sumsOfCommissions(trx, [commission.id])
    const open = await readOpenPayoutItems(trx, [commission.id])
    const plan = planPosting(
      {
        sums: sums.get(commission.id) ?? noMoney(),
        released: commission.released,
        open_payouts: open.get(commission.id) ?? [],
      },
      owed
    )
    if (plan.cancel_payouts.length) {
      const returned = await cancelPayoutsInTrx(trx, plan.cancel_payouts)
      returned.forEach((id) => touched.add(id))
      const { affiliate_id } = commission
      canceled.push(...plan.cancel_payouts.map((id) => ({ id, affiliate_id })))
    }
    const moves = plan.movements.length > 0
    const revision = commission.revision + (moves ? 1 : 0)
    const postings = plan.movements.map((movement): Posting => ({
      ...movement,
      affiliate_id: commission.affiliate_id,
      currency_code: order.currency_code,
      commission_id: commission.id,
      source_key: sourceKey(`order:${commission.id}:${revision}`, movement),
    }))
    await post(trx, postings)
    for (const { payout_id, amount } of plan.movements) {
      if (payout_id) {
        await lowerPayoutItemInTrx(
          trx,
          payout_id,
          commission.id,
          amount.negated()
        )
      }
    }
    // What waits is in no line yet: the lines are those of the amount.
    if (entitlement && !waits) {
      await writeLines(trx, commission.id, entitlement.lines)
    } else if (!entitlement) {
      await clearLines(trx, commission.id)
    }
    await updateCommission(trx, {
      id: commission.id,
      revision,
      payable: entitlement !== null && payable,
    })
    if (moves || created) {
      touched.add(commission.id)
      changes.push({
        commission_id: commission.id,
        affiliate_id: commission.affiliate_id,
        order_id: order.order_id,
        created,
        difference: owed.minus(commission.amount).toFixed(),
      })
    }
  }
  await refreshCommissions(trx, [...touched])
  return { changes, canceled_payouts: canceled }
}
