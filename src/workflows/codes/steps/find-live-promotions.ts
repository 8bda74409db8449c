import {
  MedusaContainer,
  PromotionStatusValues,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** Those promotions that still exist: a merchant may delete a code's promotion in the dashboard. */
export const findLivePromotions = async (
  ids: string[],
  container: MedusaContainer
): Promise<{ id: string; status?: PromotionStatusValues }[]> =>
  ids.length
    ? await container
        .resolve(Modules.PROMOTION)
        .listPromotions({ id: ids }, { select: ["id", "status"] })
    : []

export const findLivePromotionsStep = createStep(
  "affiliate-find-live-promotions",
  async ({ ids }: { ids: string[] }, { container }) => {
    const promotions = await findLivePromotions(ids, container)
    return new StepResponse(promotions.map(({ id }) => id))
  }
)
