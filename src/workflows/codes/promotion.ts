import { CreatePromotionDTO } from "@medusajs/framework/types"

import { PreparedCode } from "./steps/prepare-code"

/** The Medusa promotion of a code: a percentage off every line of the cart, whatever the currency. */
export const promotionOfCode = ({
  code,
  discount_percent,
  active,
}: Pick<
  PreparedCode,
  "code" | "discount_percent" | "active"
>): CreatePromotionDTO => ({
  code,
  type: "standard",
  status: active ? "active" : "inactive",
  is_automatic: false,
  application_method: {
    type: "percentage",
    target_type: "items",
    allocation: "across",
    value: discount_percent ?? 0,
  },
})
