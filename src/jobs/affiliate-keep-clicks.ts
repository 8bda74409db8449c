import { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../modules/affiliate"
import AffiliateModuleService from "../modules/affiliate/service"

/** Every hour: the months to come, those kept no longer, and who was counted more than a day ago. */
export default async function affiliateKeepClicks(
  container: MedusaContainer
): Promise<void> {
  const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  await service.keepClicks()
}

export const config = {
  name: "affiliate-keep-clicks",
  schedule: "23 * * * *",
}
