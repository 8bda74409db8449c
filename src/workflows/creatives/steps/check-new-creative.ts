import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { NewCreative } from "../../../modules/affiliate/service-layers/creatives"
import { checkImage, NewImage } from "../image"

export type CheckNewCreativeStepInput = NewCreative & {
  image?: NewImage | null
}

/**
 * Refuses a creative before its image is kept.
 *
 * @throws invalid_data; not_allowed with as many as there may be
 */
export const checkNewCreativeStep = createStep(
  "affiliate-check-new-creative",
  async ({ image, ...creative }: CheckNewCreativeStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.checkMayAddCreative(creative, Boolean(image))
    if (image) {
      checkImage(image)
    }
    return new StepResponse(null)
  }
)
