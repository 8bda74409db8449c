import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/**
 * Looks the customer up that an affiliate is to be bound to, if any.
 *
 * @throws invalid_data when there is no such customer
 */
export const checkCustomerStep = createStep(
  "affiliate-check-customer",
  async ({ customer_id }: { customer_id?: string | null }, { container }) => {
    if (!customer_id) {
      return new StepResponse(null)
    }
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const {
      data: [customer],
    } = await query.graph({
      entity: "customer",
      fields: ["id", "email"],
      filters: { id: customer_id },
    })
    if (!customer) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Field 'customer_id': there is no customer ${customer_id}`
      )
    }
    return new StepResponse({ id: customer.id, email: customer.email })
  }
)
