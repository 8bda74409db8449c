import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { NewIdentityDocument } from "../../../modules/affiliate/service-layers/identity"

/** Puts a document on file; undone, it was never there. */
export const addDocumentStep = createStep(
  "affiliate-add-identity-document",
  async (input: NewIdentityDocument, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { id, undo } = await service.addIdentityDocument(input)
    return new StepResponse({ id }, { id, undo })
  },
  async (added, { container }) => {
    if (!added) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.deleteAffiliateIdentityDocuments([added.id])
    await service.updateAffiliates(added.undo)
  }
)
