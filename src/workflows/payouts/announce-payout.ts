import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import type { PayoutMove } from "../../modules/affiliate/ledger/payouts"

/** Says that a payout was paid, failed or canceled, or that money of it came back, if that just happened. */
export const announcePayoutWorkflow = createWorkflow(
  "affiliate-announce-payout",
  (move: WorkflowData<PayoutMove | null>) => {
    const payload = transform(move, (move) => ({
      id: move?.id,
      affiliate_id: move?.affiliate_id,
    }))
    when(
      "payout-paid",
      move,
      (move) =>
        !!move?.changed &&
        move.status === "paid" &&
        (!move.returned || !!move.paid_too)
    ).then(() =>
      emitEventStep({
        eventName: AffiliateEvents.PAYOUT_PAID,
        data: payload,
      }).config({
        name: "emit-payout-paid",
      })
    )
    when(
      "payout-failed",
      move,
      (move) => !!move?.changed && move.status === "failed"
    ).then(() =>
      emitEventStep({
        eventName: AffiliateEvents.PAYOUT_FAILED,
        data: payload,
      }).config({
        name: "emit-payout-failed",
      })
    )
    when(
      "payout-canceled",
      move,
      (move) => !!move?.changed && move.status === "canceled"
    ).then(() =>
      emitEventStep({
        eventName: AffiliateEvents.PAYOUT_CANCELED,
        data: payload,
      }).config({
        name: "emit-payout-canceled",
      })
    )
    when("payout-returned", move, (move) => !!move?.returned).then(() =>
      emitEventStep({
        eventName: AffiliateEvents.PAYOUT_RETURNED,
        data: payload,
      }).config({
        name: "emit-payout-returned",
      })
    )
    return new WorkflowResponse(move)
  }
)
