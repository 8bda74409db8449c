import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/**
 * Refuses a cart that became an order: what it remembered is what the order is judged by.
 *
 * @throws not_found; not_allowed when it is completed
 */
export const checkCartStep = createStep(
  "affiliate-check-cart",
  async ({ cart_id }: { cart_id: string }, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const {
      data: [cart],
    } = await query.graph({
      entity: "cart",
      fields: ["id", "completed_at"],
      filters: { id: cart_id },
    })
    if (!cart) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `There is no cart ${cart_id}`
      )
    }
    if (cart.completed_at) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The cart ${cart_id} is already completed`
      )
    }
    return new StepResponse({ id: cart.id })
  }
)
