import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { settleSpentGifts } from "../../../providers/store-credit/spent-promotions"

/** Brings gifts down to what is left of them. What was spent stays spent, so there is no compensation. */
export const settleSpentGiftsStep = createStep(
  "affiliate-settle-spent-gifts",
  async (_: Record<string, never>, { container }) =>
    new StepResponse({
      settled: await settleSpentGifts(
        container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      ),
    })
)
