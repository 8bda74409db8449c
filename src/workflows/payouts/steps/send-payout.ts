import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { PayoutRecord } from "../../../modules/affiliate/ledger/payouts"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/**
 * Calls the provider, outside any transaction. When it throws, nothing is
 * certain: the payout stays processing, to be looked up, and is never taken for
 * failed. Money that left is not called back, so there is no compensation.
 *
 * @returns what is certain; `null` when nothing is
 */
export const sendPayoutStep = createStep(
  "affiliate-send-payout",
  async ({ id }: { id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    let record: PayoutRecord | null = null
    try {
      record = await service.sendPayout(id)
    } catch (error) {
      logger.warn(
        `Payout ${id} stays processing, because its provider did not answer clearly: ${error instanceof Error ? error.message : error}`
      )
    }
    return new StepResponse(record)
  }
)
