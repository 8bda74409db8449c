import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../modules/affiliate"
import type AffiliateModuleService from "../modules/affiliate/service"
import { issuePayoutDocumentWorkflow } from "../workflows/tax"

/** Papers of one night: the next one goes on. */
const PAPERS_MAX = 2_000

/**
 * Every night: paid payouts whose paper nobody asked for get theirs, in the order they were paid, and those that came back
 * a correction; and tax forms of erased affiliates that need not be kept any more are deleted.
 */
export default async function affiliateKeepTaxPapers(
  container: MedusaContainer
): Promise<void> {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  await service.forgetTaxForms()
  if (!service.keepsSecrets()) {
    return
  }
  for (const payout_id of await service.listPayoutsWithoutDocument(
    PAPERS_MAX
  )) {
    try {
      await issuePayoutDocumentWorkflow(container).run({ input: { payout_id } })
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `The document of payout ${payout_id} could not be issued: ${error instanceof Error ? error.message : error}`
        )
    }
  }
}

export const config = {
  name: "affiliate-keep-tax-papers",
  schedule: "41 3 * * *",
}
