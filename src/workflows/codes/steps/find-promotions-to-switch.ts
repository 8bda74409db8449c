import { PromotionStatusValues } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { findLivePromotions } from "./find-live-promotions"

/**
 * The promotions of an affiliate's codes that do not say what the affiliate's status says: active
 * while approved, inactive otherwise, and inactive for ever where the code was retired.
 */
export const findPromotionsToSwitchStep = createStep(
  "affiliate-find-promotions-to-switch",
  async ({ affiliate_id }: { affiliate_id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { status } = await service.retrieveAffiliate(affiliate_id, {
      select: ["id", "status"],
    })
    const codes = await service.listAffiliateCodes(
      { affiliate_id, promotion_id: { $ne: null } },
      { select: ["promotion_id", "retired_at"], take: null }
    )
    const working = new Set(
      status === "approved"
        ? codes
            .filter(({ retired_at }) => retired_at === null)
            .map(({ promotion_id }) => promotion_id)
        : []
    )
    const wanted = (id: string): PromotionStatusValues =>
      working.has(id) ? "active" : "inactive"
    const promotions = await findLivePromotions(
      codes.flatMap(({ promotion_id }) => promotion_id ?? []),
      container
    )
    return new StepResponse(
      promotions
        .filter(({ id, status }) => status !== wanted(id))
        .map(({ id }) => ({ id, status: wanted(id) }))
    )
  }
)
