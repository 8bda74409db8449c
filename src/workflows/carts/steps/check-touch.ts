import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { noSuchCode } from "../../codes/steps/find-active-code"

export interface CheckTouchInput {
  cart_id: string
  /** In any letter case. */
  code?: string
  click_id?: string
  visitor_id?: string
  sub_id?: string
}

/** @throws not_found for a code that does not work and for an unknown click */
export const checkTouchStep = createStep(
  "affiliate-check-touch",
  async (input: CheckTouchInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const code =
      input.code === undefined ? null : await service.findActiveCode(input.code)
    if (input.code !== undefined && !code) {
      throw noSuchCode(input.code)
    }
    if (input.click_id !== undefined) {
      const clicks = await service.listAffiliateClicks(
        { id: input.click_id },
        { select: ["id"] }
      )
      if (!clicks.length) {
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `There is no affiliate click ${input.click_id}`
        )
      }
    }
    return new StepResponse({
      cart_id: input.cart_id,
      code_id: code?.id ?? null,
      click_id: input.click_id ?? null,
      visitor_id: input.visitor_id ?? null,
      sub_id: input.sub_id ?? null,
    })
  }
)
