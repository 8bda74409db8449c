import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { ImportedDiscount } from "../../../modules/affiliate/service-layers/imports"

export interface AttachPromotionsInput {
  discounts: Pick<ImportedDiscount, "code_id" | "code">[]
  promotions: { id: string; code?: string }[]
}

/** Says which promotion gives each code's discount; undone, none does. */
export const attachPromotionsStep = createStep(
  "affiliate-attach-promotions",
  async ({ discounts, promotions }: AttachPromotionsInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const promotionOf = new Map(promotions.map(({ id, code }) => [code, id]))
    const update = discounts.map(({ code_id, code }) => ({
      id: code_id,
      promotion_id: promotionOf.get(code) ?? null,
    }))
    await service.updateAffiliateCodes(update)
    return new StepResponse(
      update,
      update.map(({ id }) => ({ id, promotion_id: null }))
    )
  },
  async (before, { container }) => {
    if (!before) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliateCodes(before)
  }
)
