import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { findLivePromotions } from "../../codes/steps/find-live-promotions"

/** The promotions of an erased affiliate's codes that still take something off. */
export const findPromotionsToEndStep = createStep(
  "affiliate-find-promotions-to-end",
  async ({ affiliate_id }: { affiliate_id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const codes = await service.listAffiliateCodes(
      { affiliate_id, promotion_id: { $ne: null } },
      { select: ["promotion_id"], take: null }
    )
    const promotions = await findLivePromotions(
      codes.flatMap(({ promotion_id }) => promotion_id ?? []),
      container
    )
    return new StepResponse(
      promotions
        .filter(({ status }) => status !== "inactive")
        .map(({ id }) => ({ id, status: "inactive" as const }))
    )
  }
)
