import { OrderSnapshot } from "../domain/order-snapshot"
import { readOrderFacts } from "../sql/order-facts"
import { lockOrder } from "../sql/order-lock"
import { readConversion, StoredConversion, writeVerdict } from "./conversions"
import { judgeOrder, ManualWord } from "./judge-order"
import { buyerOf, ReconcileResult, settleOrder } from "./settle-order"
import { StaleStateError, Trx } from "./transaction"

export type { ReconcileResult } from "./settle-order"

/**
 * What is pinned of an order stays so: the day of the sale, and what its lines
 * were when they were first seen.
 */
const asPinned = (
  order: OrderSnapshot,
  stored: StoredConversion | null
): OrderSnapshot => ({
  ...order,
  placed_at: stored?.placed_at ?? order.placed_at,
  attributes: order.attributes && {
    ...order.attributes,
    lines: { ...order.attributes.lines, ...stored?.terms?.rules?.lines },
  },
})

/**
 * The one posting there is for an order: compares what it owes as it stands
 * with what the ledger holds for it, and posts the difference, all in this
 * transaction. The same order state posted again changes nothing.
 *
 * @param word an admin's word on who is credited; `undefined` = the verdict stays
 * @throws StaleStateError when the order changed since the snapshot was read
 */
export const reconcileOrder = async (
  trx: Trx,
  snapshot: OrderSnapshot,
  word: ManualWord | undefined
): Promise<ReconcileResult> => {
  const { order_id } = snapshot
  await lockOrder(trx, { order_id, ...buyerOf(snapshot) })
  const [facts] = await readOrderFacts(trx, [order_id])
  if (facts?.stamp !== snapshot.stamp) {
    throw new StaleStateError(`Order ${order_id} changed while it was read`)
  }

  const stored = await readConversion(trx, order_id)
  const order = asPinned(snapshot, stored)
  const stands = stored !== null && word === undefined
  const conversion = stands
    ? stored
    : await writeVerdict(
        trx,
        order,
        await judgeOrder(trx, order, word ?? null),
        word?.note ?? null
      )
  return settleOrder(trx, order, conversion, {
    judged: stands,
    canceled: stored !== null && stored.canceled_at !== null,
    holds_grants: facts.holds_grants,
  })
}
