import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import {
  ItemFigure,
  readItemFigures,
  readReport,
  ReportRow,
} from "../sql/payout-batch-figures"
import { payoutIdsOfBatch } from "../sql/payout-batch-items"
import { AffiliatePayoutBatchRuns } from "./payout-batch-runs"

/** What became of a batch. */
export class AffiliatePayoutBatchFigures extends AffiliatePayoutBatchRuns {
  /** How far a batch is, by provider and status. */
  async payoutBatchFigures(
    batch_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ItemFigure[]> {
    return this.transact((trx) => readItemFigures(trx, batch_id), sharedContext)
  }

  /** A page of a batch's report. */
  async payoutBatchReport(
    input: { batch_id: string; after: string; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ReportRow[]> {
    return this.transact((trx) => readReport(trx, input), sharedContext)
  }

  /**
   * The payouts of a batch.
   *
   * @throws not_found
   */
  async payoutIdsOfBatch(
    batch_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact(async (trx, context) => {
      await this.retrieveAffiliatePayoutBatch(
        batch_id,
        { select: ["id"] },
        context
      )
      return payoutIdsOfBatch(trx, batch_id)
    }, sharedContext)
  }
}
