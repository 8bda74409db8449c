import type { HttpTypes } from "@medusajs/framework/types"
import { ok } from "./api"
import type { Shop } from "./shop"

/** Makes an ordinary discount code, of no affiliate: a percentage off every line. */
export async function addDiscountCode(
  shop: Pick<Shop, "admin">,
  code: string,
  percent: number
) {
  const { promotion } = ok(
    await shop.admin.post<HttpTypes.AdminPromotionResponse>(
      "/admin/promotions",
      {
        code,
        type: "standard",
        status: "active",
        is_automatic: false,
        application_method: {
          type: "percentage",
          target_type: "items",
          allocation: "across",
          value: percent,
        },
      }
    )
  )
  return promotion
}
