import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type {
  PayoutMove,
  PayoutRecord,
} from "../../../modules/affiliate/ledger/payouts"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/**
 * Writes down what is certain about a payout; without anything certain it stays
 * as it is. A posted fact is not undone, so there is no compensation.
 */
export const recordPayoutStep = createStep(
  "affiliate-record-payout",
  async ({ record }: { record: PayoutRecord | null }, { container }) => {
    if (!record) {
      return new StepResponse<PayoutMove | null>(null)
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse<PayoutMove | null>(
      await service.recordPayout(record)
    )
  }
)
