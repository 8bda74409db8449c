import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type {
  NewCreative,
  StoredImage,
} from "../../../modules/affiliate/service-layers/creatives"

export interface AddCreativeStepInput {
  creative: NewCreative
  image: StoredImage | null
}

/** Writes a new creative; undone, it was never there. */
export const addCreativeStep = createStep(
  "affiliate-add-creative",
  async ({ creative, image }: AddCreativeStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { id } = await service.addCreative(creative, image)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.deleteAffiliateCreatives([id])
  }
)
