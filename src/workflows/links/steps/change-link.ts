import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type {
  LinkChanges,
  LinkKey,
} from "../../../modules/affiliate/service-layers/links"

export type ChangeLinkStepInput = LinkKey & LinkChanges

/** Writes what changes of a link; undone, what was written over is back. */
export const changeLinkStep = createStep(
  "affiliate-change-link",
  async (
    { id, affiliate_id, ...changes }: ChangeLinkStepInput,
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { undo } = await service.changeLink({ id, affiliate_id }, changes)
    return new StepResponse({ id }, undo)
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliateLinks(undo)
  }
)
