import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { AffiliateEvents } from "../../../modules/affiliate/events"
import type AffiliateModuleService from "../../../modules/affiliate/service"

const PAGE = 500
const PAGES_MAX = 1_000

/**
 * Emits an event for each change of tier that was not announced yet. What
 * cannot be told now is told by the next run of the job: a change of tier
 * stands, whether or not somebody listens.
 */
export const announceTierChangesStep = createStep(
  "affiliate-announce-tier-changes-step",
  async (_: Record<string, never>, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const eventBus = container.resolve(Modules.EVENT_BUS)
    let announced = 0
    try {
      for (let page = 0; page < PAGES_MAX; page++) {
        const count = await service.announceTierChanges(PAGE, (changes) =>
          eventBus.emit(
            changes.map(({ affiliate_id, from_tier_id, to_tier_id }) => ({
              name: AffiliateEvents.TIER_CHANGED,
              data: { id: affiliate_id, from_tier_id, to_tier_id },
            }))
          )
        )
        announced += count
        if (count < PAGE) {
          break
        }
      }
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          "medusa-plugin-affiliate: changes of tier were not announced, the next run tries again",
          error instanceof Error ? error : new Error(String(error))
        )
    }
    return new StepResponse({ announced })
  }
)
