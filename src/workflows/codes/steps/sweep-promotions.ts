import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { settlePromotionsWorkflow } from "../settle-promotions"

const PAGE = 100
/** Affiliates in one sweep; the next sweep goes on with what is left. */
const AFFILIATES_MAX = 2_000

/**
 * Switches the promotions that a crash left as they were. An affiliate for whom that fails is told in the log and does
 * not keep the others waiting. Each is a workflow of its own and undoes itself; there is nothing to undo here.
 */
export const sweepPromotionsStep = createStep(
  "affiliate-sweep-promotions",
  async (_: Record<string, never>, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    let found = 0
    let after = ""
    while (found < AFFILIATES_MAX) {
      const ids = await service.listAffiliatesToSwitch({ after, limit: PAGE })
      for (const affiliate_id of ids) {
        try {
          await settlePromotionsWorkflow(container).run({
            input: { affiliate_id },
          })
        } catch (error) {
          logger.error(
            `affiliate sweep: the promotions of affiliate ${affiliate_id} could not be switched`,
            error instanceof Error ? error : new Error(String(error))
          )
        }
      }
      found += ids.length
      if (ids.length < PAGE) {
        break
      }
      after = ids[ids.length - 1]
    }
    return new StepResponse({ found })
  }
)
