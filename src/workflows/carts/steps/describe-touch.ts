import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { promotionsOfCart } from "../promotions-of-cart"

/** What a cart remembers, as the storefront is told. */
export interface CartAffiliate {
  cart_id: string
  affiliate_code: string | null
  source: "code" | "click"
  /** Whether the code's discount is on the cart; an empty cart has nothing to discount yet. */
  promotion_applied: boolean
}

export const describeTouchStep = createStep(
  "affiliate-describe-touch",
  async (
    { cart_id, code_id }: { cart_id: string; code_id: string | null },
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const [code] = code_id
      ? await service.listAffiliateCodes({ id: code_id })
      : []
    const applied = await promotionsOfCart(cart_id, container)
    return new StepResponse<CartAffiliate>({
      cart_id,
      affiliate_code: code?.code ?? null,
      source: code ? "code" : "click",
      promotion_applied: applied.some(
        (promotion) => promotion.id === code?.promotion_id
      ),
    })
  }
)
