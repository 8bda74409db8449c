import { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { handlePayoutNoticeWorkflow } from "./handle-payout-notice"

/** Taken at once; the next ones are taken when these are done. */
const CHUNK = 20
/** In one run. */
const RUN_MAX = 1000

/** Handles notices whose time has come, one after the other, and forgets the oldest. */
export const handleDueNotices = async (
  container: MedusaContainer
): Promise<void> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  await service.forgetOldPayoutNotices(RUN_MAX)
  for (let done = 0; done < RUN_MAX;) {
    const ids = await service.claimPayoutNotices(CHUNK)
    for (const id of ids) {
      await handlePayoutNoticeWorkflow(container).run({ input: { id } })
    }
    done += ids.length
    if (ids.length < CHUNK) {
      return
    }
  }
}
