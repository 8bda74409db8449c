import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type {
  CreativeChanges,
  StoredImage,
} from "../../../modules/affiliate/service-layers/creatives"

export interface ChangeCreativeStepInput {
  id: string
  changes: CreativeChanges
  /** In place of the one it has; `null` = it keeps that. */
  image: StoredImage | null
}

/** Writes what changes of a creative; undone, what was written over is back. */
export const changeCreativeStep = createStep(
  "affiliate-change-creative",
  async ({ id, changes, image }: ChangeCreativeStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { undo, replaced_file_id } = await service.changeCreative(
      id,
      changes,
      image
    )
    return new StepResponse({ id, replaced_file_id }, undo)
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliateCreatives(undo)
  }
)
