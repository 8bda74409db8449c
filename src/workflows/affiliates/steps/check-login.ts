import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { normalizeEmail } from "../../../modules/affiliate/domain/normalize"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { isUnverified } from "../../logins/unverified"

/** The provider whose logins are e-mail addresses. */
const EMAIL_PROVIDER = "emailpass"

export interface Login {
  /** The customer that the same login is, if any: buying with it through one's own code is then known for what it is. */
  customer_id: string | null
  /** The affiliate of this login, who was rejected and may apply again. */
  affiliate_id: string | null
  /** The address logged in with, normalised; `null` = the login is not an e-mail address. */
  email: string | null
}

/**
 * Refuses a login that already is an affiliate's, unless that one was rejected, and one that the store wants verified
 * first.
 *
 * @throws not_allowed
 */
export const checkLoginStep = createStep(
  "affiliate-check-login",
  async ({ auth_identity_id }: { auth_identity_id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const auth = container.resolve(Modules.AUTH)
    const { app_metadata, provider_identities } =
      await auth.retrieveAuthIdentity(auth_identity_id, {
        relations: ["provider_identities"],
      })
    const { affiliate_id, customer_id } = app_metadata ?? {}
    const [affiliate] =
      typeof affiliate_id === "string"
        ? await service.listAffiliates(
            { id: affiliate_id },
            { select: ["id", "status"] }
          )
        : []
    if (affiliate && affiliate.status !== "rejected") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "This login already has an affiliate"
      )
    }
    if (
      await isUnverified(container, auth_identity_id, provider_identities ?? [])
    ) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "Verify the e-mail address of this login first: POST /auth/verification/request sends a code, POST /auth/verification/confirm takes it"
      )
    }
    const identity = provider_identities?.find(
      ({ provider }) => provider === EMAIL_PROVIDER
    )
    return new StepResponse<Login>({
      customer_id: typeof customer_id === "string" ? customer_id : null,
      affiliate_id: affiliate?.id ?? null,
      email: identity ? normalizeEmail(identity.entity_id) : null,
    })
  }
)
