import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

interface AppliedPromotion {
  id: string
  code: string
}

/** The promotions that are on a cart. */
export const promotionsOfCart = async (
  cart_id: string,
  container: MedusaContainer
): Promise<AppliedPromotion[]> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [cart],
  } = await query.graph({
    entity: "cart",
    fields: ["id", "promotions.id", "promotions.code"],
    filters: { id: cart_id },
  })
  // A link may outlive the promotion it leads to.
  const promotions: (AppliedPromotion | null | undefined)[] =
    cart?.promotions ?? []
  return promotions.flatMap((promotion) => promotion ?? [])
}
