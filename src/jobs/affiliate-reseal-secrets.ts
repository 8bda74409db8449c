import { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../modules/affiliate"
import type AffiliateModuleService from "../modules/affiliate/service"
import { resealSecretsWorkflow } from "../workflows/secrets"

/** Every night: what an earlier encryption key sealed is sealed with the current one. */
export default async function affiliateResealSecrets(
  container: MedusaContainer
): Promise<void> {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  if (service.keepsSecrets()) {
    await resealSecretsWorkflow(container).run({ input: {} })
  }
}

export const config = {
  name: "affiliate-reseal-secrets",
  schedule: "23 3 * * *",
}
