import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/**
 * Deletes all documents of an affiliate, bytes first. Those do not come back, so there is no compensation: it
 * is the last step of whatever it is part of.
 */
export const forgetIdentityDocumentsStep = createStep(
  "affiliate-forget-identity-documents",
  async ({ affiliate_id }: { affiliate_id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const documents = await service.identityDocumentsOf(affiliate_id)
    if (documents.length) {
      await container
        .resolve(Modules.FILE)
        .deleteFiles(documents.map(({ file_id }) => file_id))
      await service.deleteAffiliateIdentityDocuments(
        documents.map(({ id }) => id)
      )
    }
    return new StepResponse({ deleted: documents.length })
  }
)
