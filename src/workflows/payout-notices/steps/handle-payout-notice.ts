import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** One transaction, in which the notice is handled too. A posted fact is not undone, so there is no compensation. */
export const handlePayoutNoticeStep = createStep(
  "affiliate-handle-payout-notice",
  async (id: string, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const handled = await service.handlePayoutNotice(id)
    if (handled.error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`Payout notice ${id} was not handled: ${handled.error}`)
    }
    return new StepResponse(handled)
  }
)
