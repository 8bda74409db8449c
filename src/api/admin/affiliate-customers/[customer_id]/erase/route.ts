import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { eraseCustomerWorkflow } from "../../../../../workflows/privacy"
import { AdminEraseCustomerType } from "../../validators"

/** Takes a customer off all that the plugin knows; the money stays as it is. Asked again, it answers the same. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminEraseCustomerType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await eraseCustomerWorkflow(req.scope).run({
    input: { ...req.validatedBody, customer_id: req.params.customer_id },
  })
  res.json({ customer_erasure: result })
}
