import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import AffiliateModuleService from "../../../modules/affiliate/service"

/** An admin may credit an approved affiliate of an active program, or nobody. */
export const validateAttributionStep = createStep(
  "affiliate-validate-attribution-step",
  async (affiliate_id: string | null, { container }) => {
    if (affiliate_id === null) {
      return new StepResponse(undefined)
    }
    const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const [affiliate] = await service.listAffiliates(
      { id: affiliate_id },
      { relations: ["program"], take: 1 }
    )
    if (!affiliate) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `affiliate_id: there is no affiliate ${affiliate_id}`
      )
    }
    if (affiliate.status !== "approved") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `affiliate_id: ${affiliate.name} is ${affiliate.status}; only an approved affiliate can be credited`
      )
    }
    if (affiliate.program.status !== "active") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `affiliate_id: the program of ${affiliate.name} is not active`
      )
    }
    return new StepResponse(undefined)
  }
)
