import { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../modules/affiliate"
import type AffiliateModuleService from "../modules/affiliate/service"
import { issueDuePapers } from "../workflows/tax/issue-due-papers"

/**
 * Every night: paid payouts whose paper nobody asked for get theirs, in the order they were paid, and those that came back
 * a correction; and tax forms of erased affiliates that need not be kept any more are deleted.
 */
export default async function affiliateKeepTaxPapers(
  container: MedusaContainer
): Promise<void> {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  await service.forgetTaxForms()
  if (service.keepsSecrets()) {
    await issueDuePapers(container)
  }
}

export const config = {
  name: "affiliate-keep-tax-papers",
  schedule: "41 3 * * *",
}
