import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { runBatch } from "../run-batch"

/** Batches in one run of the job; the next goes on with the others. */
const BATCHES_MAX = 20
/** Batches that one process works on at once. */
const LANES = 2

/**
 * Prepares the drafts that were just made, and takes up every batch that nobody
 * works on. One that cannot get on does not keep the others waiting.
 */
export const takeUpPayoutBatchesStep = createStep(
  "affiliate-take-up-payout-batches",
  async ({ ids }: { ids: string[] }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const attempt = async (id: string, run: () => Promise<unknown>) => {
      try {
        await run()
      } catch (error) {
        logger.error(
          `Payout batch ${id} does not get on: ${error instanceof Error ? error.message : error}`
        )
      }
    }
    for (const id of ids) {
      await attempt(id, () => service.preparePayoutBatch(id))
    }
    const waiting = await service.listPayoutBatchesToTakeUp(BATCHES_MAX)
    const left = [...waiting]
    const lane = async (): Promise<void> => {
      for (let next = left.shift(); next; next = left.shift()) {
        const { id, status } = next
        await attempt(id, async () => {
          if (status === "draft") {
            await service.preparePayoutBatch(id)
          }
          await runBatch(container, id)
        })
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    return new StepResponse({ taken_up: waiting.length })
  }
)
