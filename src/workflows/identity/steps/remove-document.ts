import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface RemoveDocumentStepInput {
  id: string
  affiliate_id: string
}

/**
 * Takes a document off the file, then deletes its bytes. Those do not come back, so there is no compensation:
 * nothing that may fail comes after.
 */
export const removeDocumentStep = createStep(
  "affiliate-remove-identity-document",
  async (input: RemoveDocumentStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { id, file_id } = await service.removeIdentityDocument(input)
    await container.resolve(Modules.FILE).deleteFiles([file_id])
    return new StepResponse({ id })
  }
)
