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
  /** What the visitor's cookie remembers; left out of account where it is not known any more. */
  remembered?: { click_id: string; visitor_id: string }
}

/** @throws not_found for a code that does not work and for an unknown click; invalid_data when nothing is told */
export const checkTouchStep = createStep(
  "affiliate-check-touch",
  async (input: CheckTouchInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const code =
      input.code === undefined ? null : await service.findActiveCode(input.code)
    if (input.code !== undefined && !code) {
      throw noSuchCode(input.code)
    }
    if (
      input.click_id !== undefined &&
      !(await service.hasClick(input.click_id))
    ) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `There is no affiliate click ${input.click_id}`
      )
    }
    const remembered =
      input.remembered && (await service.hasClick(input.remembered.click_id))
        ? input.remembered
        : undefined
    const click_id = input.click_id ?? remembered?.click_id ?? null
    const visitor_id = input.visitor_id ?? remembered?.visitor_id ?? null
    if (!code && !click_id && !visitor_id) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "The request needs one of 'code', 'click_id' and 'visitor_id', or the cookie of a click"
      )
    }
    return new StepResponse({
      cart_id: input.cart_id,
      code_id: code?.id ?? null,
      click_id,
      visitor_id,
      sub_id: input.sub_id ?? null,
    })
  }
)
