import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import { addCodeWorkflow } from "../codes"
import { bindLoginStep } from "./steps/bind-login"
import { checkLoginStep } from "./steps/check-login"
import { enrolAffiliateStep } from "./steps/enrol-affiliate"
import { findReferrerStep } from "./steps/find-referrer"

/** What somebody who applies says of themselves. */
export interface Application {
  name: string
  email: string
  /** The code they would like; it gives no discount. */
  code?: string
  website?: string
  country_code?: string
  /** Any code of whoever referred them, who becomes their parent. */
  referral_code?: string
  answers?: Record<string, unknown>
  agreement_version: string
  /** Network address that they apply from; kept as a keyed hash only. */
  address?: string | null
}

export interface RegisterAffiliateWorkflowInput extends Application {
  /** The login that becomes the affiliate's. */
  auth_identity_id: string
}

/**
 * Registers somebody who applies: pending, or approved where the program approves by itself. The login they
 * came with is the affiliate's from then on.
 *
 * @throws not_allowed for a login that has an affiliate, or while the program takes nobody; invalid_data for
 *   an unknown referral code; duplicate_error for an e-mail the program has already, or a taken code
 */
export const registerAffiliateWorkflow = createWorkflow(
  "affiliate-register-affiliate",
  (input: WorkflowData<RegisterAffiliateWorkflowInput>) => {
    const login = checkLoginStep(
      transform(input, ({ auth_identity_id }) => ({ auth_identity_id }))
    )
    const referrer = findReferrerStep(
      transform(input, ({ referral_code }) => ({ referral_code }))
    )
    const affiliate = enrolAffiliateStep(
      transform({ input, login, referrer }, ({ input, login, referrer }) => ({
        name: input.name,
        email: input.email,
        website: input.website,
        country_code: input.country_code,
        answers: input.answers,
        agreement_version: input.agreement_version,
        address: input.address,
        auth_identity_id: input.auth_identity_id,
        customer_id: login.customer_id,
        parent_id: referrer?.parent_id,
        program_id: referrer?.program_id,
        status: "by_program" as const,
      }))
    )
    addCodeWorkflow.runAsStep({
      input: transform({ input, affiliate }, ({ input, affiliate }) => ({
        affiliate_id: affiliate.id,
        code: input.code,
      })),
    })
    bindLoginStep(
      transform({ input, affiliate }, ({ input, affiliate }) => ({
        auth_identity_id: input.auth_identity_id,
        affiliate_id: affiliate.id,
      }))
    )
    const payload = transform(affiliate, ({ id }) => ({ id }))
    emitEventStep({ eventName: AffiliateEvents.APPLIED, data: payload })
    when(
      "the-program-approves",
      affiliate,
      ({ status }) => status === "approved"
    ).then(() => {
      emitEventStep({
        eventName: AffiliateEvents.APPROVED,
        data: payload,
      }).config({
        name: "affiliate-emit-approved",
      })
    })
    return new WorkflowResponse(affiliate)
  }
)
