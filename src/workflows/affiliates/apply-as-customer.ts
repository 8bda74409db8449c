import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Application, registerAffiliateWorkflow } from "./register-affiliate"
import { checkCustomerStep } from "./steps/check-customer"

export interface ApplyAsCustomerWorkflowInput extends Omit<
  Application,
  "email"
> {
  customer_id: string
  /** The customer's login, which becomes the affiliate's too. */
  auth_identity_id: string
  /** Without it the customer's own. */
  email?: string
}

/**
 * Registers a customer who applies. The affiliate is bound to the customer through the login they share.
 *
 * @throws as `registerAffiliateWorkflow`
 */
export const applyAsCustomerWorkflow = createWorkflow(
  "affiliate-apply-as-customer",
  (input: WorkflowData<ApplyAsCustomerWorkflowInput>) => {
    const customer = checkCustomerStep(
      transform(input, ({ customer_id }) => ({ customer_id }))
    )
    const affiliate = registerAffiliateWorkflow.runAsStep({
      input: transform({ input, customer }, ({ input, customer }) => ({
        name: input.name,
        email: input.email ?? customer?.email ?? "",
        code: input.code,
        website: input.website,
        country_code: input.country_code,
        program: input.program,
        referral_code: input.referral_code,
        answers: input.answers,
        agreement_version: input.agreement_version,
        address: input.address,
        auth_identity_id: input.auth_identity_id,
      })),
    })
    return new WorkflowResponse(affiliate)
  }
)
