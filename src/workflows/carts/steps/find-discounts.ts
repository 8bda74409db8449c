import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export interface FindDiscountsInput {
  /** Of the code the cart is to have now. */
  code_id: string | null
  /** Of the code it had before. */
  before_code_id: string | null
}

export interface Discounts {
  /** Words of promotions to give to the cart. */
  add: string[]
  /** Words of promotions to take from it. */
  remove: string[]
}

/**
 * The promotions behind a cart's codes. One that the merchant switched off or deleted in the dashboard is left
 * alone: the code still attributes.
 */
export const findDiscountsStep = createStep(
  "affiliate-find-discounts",
  async ({ code_id, before_code_id }: FindDiscountsInput, { container }) =>
    new StepResponse<Discounts>({
      add: await activePromotionOf(code_id, container),
      remove:
        before_code_id === code_id
          ? []
          : await activePromotionOf(before_code_id, container),
    })
)

const activePromotionOf = async (
  code_id: string | null,
  container: MedusaContainer
): Promise<string[]> => {
  if (!code_id) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: codes } = await query.graph({
    entity: "affiliate_code",
    fields: ["id", "promotion.code", "promotion.status"],
    filters: { id: code_id },
  })
  return codes.flatMap(({ promotion }) =>
    promotion?.status === "active" ? [promotion.code] : []
  )
}
