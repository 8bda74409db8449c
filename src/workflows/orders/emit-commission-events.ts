import { transform, WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { toAmount } from "../../modules/affiliate/domain/money"
import { AffiliateEvents } from "../../modules/affiliate/events"
import { CommissionChange } from "../../modules/affiliate/ledger/post-differences"
import { ReconcileResult } from "../../modules/affiliate/ledger/reconcile-order"

const payloads = (
  results: ReconcileResult[],
  which: (change: CommissionChange) => boolean
): { id: string; affiliate_id: string; order_id: string }[] =>
  results
    .flatMap(({ changes }) => changes)
    .filter(which)
    .map(({ commission_id, affiliate_id, order_id }) => ({
      id: commission_id,
      affiliate_id,
      order_id,
    }))

/**
 * For the end of a workflow that reconciled: tells of commissions made,
 * commissions lowered, and payouts that were cancelled by it.
 */
export const emitCommissionEvents = (
  results: WorkflowData<ReconcileResult[]>
): void => {
  emitEventStep({
    eventName: AffiliateEvents.COMMISSION_CREATED,
    data: transform(results, (data) =>
      payloads(data, ({ created }) => created)
    ),
  }).config({ name: "affiliate-emit-commissions-created" })
  emitEventStep({
    eventName: AffiliateEvents.COMMISSION_CLAWED_BACK,
    data: transform(results, (data) =>
      payloads(data, ({ difference }) => toAmount(difference).lt(0))
    ),
  }).config({ name: "affiliate-emit-commissions-clawed-back" })
  emitEventStep({
    eventName: AffiliateEvents.PAYOUT_CANCELED,
    data: transform(results, (data) =>
      data.flatMap(({ canceled_payouts }) => canceled_payouts)
    ),
  }).config({ name: "affiliate-emit-payouts-canceled" })
}
