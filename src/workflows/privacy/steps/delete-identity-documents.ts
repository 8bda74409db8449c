import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/**
 * Deletes the papers of an affiliate who was erased or deleted: each file, then
 * its row, so that what is interrupted can be gone on with. A file cannot be
 * put back, so it has no compensation, and comes last.
 */
export const deleteIdentityDocumentsStep = createStep(
  "affiliate-delete-identity-documents-step",
  async ({ affiliate_id }: { affiliate_id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const documents = await service.listAffiliateIdentityDocuments(
      { affiliate_id },
      { select: ["id", "file_id"], take: null }
    )
    for (const { id, file_id } of documents) {
      await container.resolve(Modules.FILE).deleteFiles(file_id)
      await service.deleteAffiliateIdentityDocuments([id])
    }
    return new StepResponse(null)
  }
)
