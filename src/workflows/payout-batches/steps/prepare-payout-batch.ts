import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/**
 * Fills a draft with who is due. Begun anew it goes on where it stopped, so
 * there is nothing to undo: the draft itself is, by the step that made it.
 *
 * @throws not_allowed when nobody is due, where that is asked for
 */
export const preparePayoutBatchStep = createStep(
  "affiliate-prepare-payout-batch",
  async (
    { id, must_have_items }: { id: string; must_have_items?: boolean },
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const report = await service.preparePayoutBatch(id, {
      keep_empty_draft: must_have_items ?? false,
    })
    if (must_have_items && !report.totals.count) {
      const { not_due_count } = report.totals
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        not_due_count
          ? `Nobody is due: of ${not_due_count} with money a dry run says why`
          : "Nobody is due: no affiliate has money available"
      )
    }
    return new StepResponse(report)
  }
)
