import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Programs in one transaction, and transactions in one run; the next run goes on. */
const PROGRAMS = 20
const ROUNDS_MAX = 50

/** Makes the drafts that schedules are due for. A run that was made is not undone: it would not be made again. */
export const runPayoutSchedulesStep = createStep(
  "affiliate-run-payout-schedules-step",
  async (_: Record<string, never>, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const made: string[] = []
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const { ids, programs } =
        await service.createScheduledPayoutBatches(PROGRAMS)
      made.push(...ids)
      if (programs < PROGRAMS) {
        break
      }
    }
    return new StepResponse({ ids: made })
  }
)
