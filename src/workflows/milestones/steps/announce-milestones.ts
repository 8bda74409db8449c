import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { AffiliateEvents } from "../../../modules/affiliate/events"
import AffiliateModuleService from "../../../modules/affiliate/service"

const PAGE = 500
const PAGES_MAX = 100

/** Emits an event for each milestone that was not announced yet. */
export const announceMilestonesStep = createStep(
  "affiliate-announce-milestones-step",
  async (_: Record<string, never>, { container }) => {
    const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const eventBus = container.resolve(Modules.EVENT_BUS)
    let announced = 0
    for (let page = 0; page < PAGES_MAX; page++) {
      const count = await service.announceMilestones(
        PAGE,
        async (milestones) => {
          await eventBus.emit(
            milestones.map(({ id, affiliate_id, program_id }) => ({
              name: AffiliateEvents.MILESTONE_REACHED,
              data: { id, affiliate_id, program_id },
            }))
          )
        }
      )
      announced += count
      if (count < PAGE) {
        break
      }
    }
    return new StepResponse({ announced })
  }
)
