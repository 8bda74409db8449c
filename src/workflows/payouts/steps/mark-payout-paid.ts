import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Books the money as sent. A posted fact is not undone, so there is no compensation. */
export const markPayoutPaidStep = createStep(
  "affiliate-mark-payout-paid",
  async (
    input: { id: string; reference?: string | null; amount?: number | null },
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse(await service.markPayoutPaid(input))
  }
)
