import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { CreativeChanges } from "../../../modules/affiliate/service-layers/creatives"
import { checkImage, NewImage } from "../image"

export type CheckCreativeChangesStepInput = CreativeChanges & {
  id: string
  image?: NewImage
}

/**
 * Refuses changes of a creative before its new image is kept.
 *
 * @throws not_found; invalid_data
 */
export const checkCreativeChangesStep = createStep(
  "affiliate-check-creative-changes",
  async (
    { id, image, ...changes }: CheckCreativeChangesStepInput,
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.checkMayChangeCreative(id, changes, Boolean(image))
    if (image) {
      checkImage(image)
    }
    return new StepResponse(null)
  }
)
