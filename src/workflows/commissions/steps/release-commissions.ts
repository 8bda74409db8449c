import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { AffiliateEvents } from "../../../modules/affiliate/events"
import AffiliateModuleService from "../../../modules/affiliate/service"

/**
 * Small enough that a refund of the same affiliate never waits 100 ms for a
 * chunk, large enough that a million commissions take no hour.
 */
const CHUNK = 2_000
/** Chunks in one run; the next run goes on with what is left. */
const CHUNKS_MAX = 1_000

/**
 * Releases what is due, chunk by chunk, each in a transaction of its own, and
 * tells of each commission when its chunk is committed.
 *
 * Has no compensation: a release that the database made because its time had
 * come stays right whatever a later step does.
 */
export const releaseCommissionsStep = createStep(
  "affiliate-release-commissions-step",
  async (_: Record<string, never>, { container }) => {
    const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const eventBus = container.resolve(Modules.EVENT_BUS)
    let released = 0
    for (let chunk = 0; chunk < CHUNKS_MAX; chunk++) {
      const commissions = await service.releaseDueCommissions(CHUNK)
      if (!commissions.length) {
        break
      }
      released += commissions.length
      await eventBus.emit(
        commissions.map((data) => ({
          name: AffiliateEvents.COMMISSION_RELEASED,
          data,
        }))
      )
    }
    return new StepResponse({ released })
  }
)
