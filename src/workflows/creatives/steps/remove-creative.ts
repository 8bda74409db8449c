import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Deletes a creative; undone, it is back. */
export const removeCreativeStep = createStep(
  "affiliate-remove-creative",
  async ({ id }: { id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const removed = await service.removeCreative(id)
    return new StepResponse({ id, file_id: removed.file_id }, removed)
  },
  async (removed, { container }) => {
    if (!removed) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { program: _program, deleted_at: _deleted, ...row } = removed
    await service.createAffiliateCreatives(row)
  }
)
