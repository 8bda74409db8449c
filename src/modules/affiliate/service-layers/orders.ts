import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { OrderSnapshot } from "../domain/order-snapshot"
import { ManualWord } from "../ledger/judge-order"
import { ReconcileResult, reconcileOrder } from "../ledger/reconcile-order"
import { retractOrder } from "../ledger/retract-order"
import {
  earlierUnjudgedOrders,
  OrderFacts,
  orderIdsOfMovement,
  readOrderFacts,
} from "../sql/order-facts"
import { releaseDue, ReleaseCursor, ReleasedChunk } from "../sql/release"
import { creditedOrdersGone, ordersToReconcile } from "../sql/sweep"
import { AffiliateFoundation } from "./foundation"

/** What orders make of the ledger: reconcile, release, and finding what was missed. */
export class AffiliateOrders extends AffiliateFoundation {
  /**
   * Brings the ledger to what an order owes as it stands.
   *
   * @param order read after the facts whose stamp it carries
   * @param word an admin's word on who is credited
   * @throws StaleStateError when the order changed since: read it again
   */
  async reconcileOrder(
    order: OrderSnapshot,
    word?: ManualWord,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ReconcileResult> {
    return this.transact(
      (trx) => reconcileOrder(trx, order, word),
      sharedContext
    )
  }

  /**
   * Takes back what an order earned that Medusa deleted.
   *
   * @returns `null` when there is nothing to take back
   */
  async retractOrder(
    order_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ReconcileResult | null> {
    return this.transact((trx) => retractOrder(trx, order_id), sharedContext)
  }

  /**
   * Facts of orders, of those that exist. Read them before the orders: their
   * stamps tell whether an order changed since.
   */
  async listOrderFacts(
    order_ids: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<OrderFacts[]> {
    return this.transact((trx) => readOrderFacts(trx, order_ids), sharedContext)
  }

  /** Orders behind a payment, capture, refund, order transaction, credit line or order change. */
  async listOrderIdsOfMovement(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact((trx) => orderIdsOfMovement(trx, id), sharedContext)
  }

  /** Ids of earlier orders of the same buyer without a verdict, oldest first. */
  async listEarlierUnjudgedOrders(
    order_id: string,
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact(
      (trx) => earlierUnjudgedOrders(trx, order_id, limit),
      sharedContext
    )
  }

  /** Ids of orders never judged, or changed since they were reconciled. */
  async listOrdersToReconcile(
    input: { after: string; limit: number; window_days: number | null },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact((trx) => ordersToReconcile(trx, input), sharedContext)
  }

  /** Ids of credited orders that Medusa deleted. */
  async listCreditedOrdersGone(
    input: { after: string; limit: number; window_days: number | null },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact((trx) => creditedOrdersGone(trx, input), sharedContext)
  }

  /**
   * Releases one chunk of what is due; call it with the `next` it answers until
   * that is `null`. Safe on many instances at once.
   */
  async releaseDueCommissions(
    limit: number,
    after: ReleaseCursor | null,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ReleasedChunk> {
    return this.transact((trx) => releaseDue(trx, limit, after), sharedContext)
  }
}
