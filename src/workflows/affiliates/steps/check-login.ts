import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/**
 * Refuses a login that already is an affiliate's.
 *
 * @returns the customer that the same login is, if any: buying with it through one's own code
 *   is then known for what it is
 * @throws not_allowed
 */
export const checkLoginStep = createStep(
  "affiliate-check-login",
  async ({ auth_identity_id }: { auth_identity_id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const auth = container.resolve(Modules.AUTH)
    const { app_metadata } = await auth.retrieveAuthIdentity(auth_identity_id)
    const { affiliate_id, customer_id } = app_metadata ?? {}
    const affiliates =
      typeof affiliate_id === "string"
        ? await service.listAffiliates({ id: affiliate_id })
        : []
    if (affiliates.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "This login already has an affiliate"
      )
    }
    return new StepResponse({
      customer_id: typeof customer_id === "string" ? customer_id : null,
    })
  }
)
