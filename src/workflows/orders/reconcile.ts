import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import { ManualWord } from "../../modules/affiliate/ledger/judge-order"
import { ReconcileResult } from "../../modules/affiliate/ledger/reconcile-order"
import { StaleStateError } from "../../modules/affiliate/ledger/transaction"
import AffiliateModuleService from "../../modules/affiliate/service"
import { oneAtATime } from "./one-at-a-time"
import { withAttributes } from "./snapshot/attributes"
import { readSnapshots } from "./snapshot/read"

/** How often an order that changes while it is read is read again. */
const READS_MAX = 10
/** How many earlier orders of one buyer are judged first. */
const EARLIER_ORDERS_MAX = 50

export interface ReconcileInput {
  order_id: string
  /** An admin's word on who is credited. */
  word?: ManualWord
  /** Recomputes also where the order did not change since the last time. */
  force?: boolean
}

/** Oldest first: they may make the bond that the order is credited by. */
const judgeEarlierOrders = async (
  container: MedusaContainer,
  order_id: string
): Promise<ReconcileResult[]> => {
  const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const results: ReconcileResult[] = []
  for (const earlier of await service.listEarlierUnjudgedOrders(
    order_id,
    EARLIER_ORDERS_MAX
  )) {
    results.push(...(await reconcile(container, { order_id: earlier })))
  }
  return results
}

const reconcileOnce = async (
  container: MedusaContainer,
  { order_id, word, force }: ReconcileInput
): Promise<ReconcileResult[]> => {
  const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const earlier: ReconcileResult[] = []
  for (let read = 1; ; read++) {
    const [facts] = await service.listOrderFacts([order_id])
    if (!facts) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Order with id ${order_id} was not found`
      )
    }
    if (!force && !word && facts.reconciled_stamp === facts.stamp) {
      return earlier
    }
    if (facts.reconciled_stamp === null && read === 1) {
      earlier.push(...(await judgeEarlierOrders(container, order_id)))
    }
    const [order] = await readSnapshots(container, [facts])
    if (!order) {
      return earlier
    }
    const complete = facts.ruled
      ? await withAttributes(container, order)
      : order
    try {
      return [...earlier, await service.reconcileOrder(complete, word)]
    } catch (error) {
      if (!(error instanceof StaleStateError) || read === READS_MAX) {
        throw error
      }
    }
  }
}

/**
 * Brings the ledger to what an order owes as it stands; earlier orders of the
 * same buyer that were never judged come first, because they may make the bond
 * this one is credited by.
 *
 * @returns one result per order that was reconciled; empty when nothing changed
 *   since the last time, or the order is a draft
 */
export const reconcile = async (
  container: MedusaContainer,
  input: ReconcileInput
): Promise<ReconcileResult[]> =>
  oneAtATime(input.order_id, () => reconcileOnce(container, input))
