import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { AffiliateEvents } from "../../../modules/affiliate/events"
import AffiliateModuleService from "../../../modules/affiliate/service"
import {
  RELEASE_CHUNK,
  ReleaseCursor,
  ReleasedChunk,
} from "../../../modules/affiliate/sql/release"

/** Chunks in one run; the next run goes on with what is left. */
const CHUNKS_MAX = 2_000

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
    let count = 0
    let after: ReleaseCursor | null = null
    for (let chunk = 0; chunk < CHUNKS_MAX; chunk++) {
      const { released, next }: ReleasedChunk =
        await service.releaseDueCommissions(RELEASE_CHUNK, after)
      count += released.length
      if (released.length) {
        await eventBus.emit(
          released.map((data) => ({
            name: AffiliateEvents.COMMISSION_RELEASED,
            data,
          }))
        )
      }
      if (!next) {
        break
      }
      after = next
    }
    return new StepResponse({ released: count })
  }
)
