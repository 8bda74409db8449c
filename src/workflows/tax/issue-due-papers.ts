import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { issuePayoutDocumentWorkflow } from "./issue-payout-document"

/** Payouts looked for at once. */
const PAGE = 500
/** How long one night goes on, in milliseconds: a batch of many thousands is done in one. The next night goes on. */
const NIGHT_MS_MAX = 2 * 60 * 60 * 1000
/** Payouts whose papers could not be issued before the night is given up: something is wrong with all of them. */
const FAILED_MAX = 50

/** Issues the papers that payouts lack, in the order they were paid. One that cannot be issued keeps none of the others waiting. */
export const issueDuePapers = async (
  container: MedusaContainer
): Promise<void> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const ends = Date.now() + NIGHT_MS_MAX
  const seen = new Set<string>()
  let failed = 0
  for (let left = 0; ;) {
    const ids = await service.listPayoutsWithoutDocument(PAGE + left)
    const due = ids.filter((id) => !seen.has(id))
    if (!due.length) {
      return
    }
    // Looked at this night and still without: not again before the next.
    left = ids.length - due.length
    for (const payout_id of due) {
      if (Date.now() > ends || failed >= FAILED_MAX) {
        return
      }
      seen.add(payout_id)
      try {
        await issuePayoutDocumentWorkflow(container).run({
          input: { payout_id },
        })
      } catch (error) {
        failed++
        logger.error(
          `The document of payout ${payout_id} could not be issued: ${error instanceof Error ? error.message : error}`
        )
      }
    }
  }
}
