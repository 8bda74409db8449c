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
import { findPlaceStep } from "./steps/find-place"
import { recordApplicationStep } from "./steps/record-application"

/** What somebody who applies says of themselves. */
export interface Application {
  name: string
  email: string
  /** The code they would like; it gives no discount. */
  code?: string
  website?: string
  country_code?: string
  /** Handle of the program they apply to; without it the referrer's, or the default one. */
  program?: string
  /** Any code of whoever referred them, who becomes their parent. */
  referral_code?: string
  /** By the keys of the program's form. */
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
 * Registers somebody who applies: pending, approved or rejected, as the program decides by itself. The login
 * they came with is the affiliate's from then on. Somebody who was rejected may apply again with the same login.
 *
 * @throws not_allowed for a login that has an affiliate, before a rejected one may apply again, or while the
 *   program takes nobody; invalid_data for an unknown program or referral code, and for answers that do not
 *   fit the program's form; duplicate_error for an e-mail the program has already, or a taken code
 */
export const registerAffiliateWorkflow = createWorkflow(
  "affiliate-register-affiliate",
  (input: WorkflowData<RegisterAffiliateWorkflowInput>) => {
    const login = checkLoginStep(
      transform(input, ({ auth_identity_id }) => ({ auth_identity_id }))
    )
    const place = findPlaceStep(
      transform(input, ({ program, referral_code }) => ({
        program,
        referral_code,
      }))
    )
    const affiliate = recordApplicationStep(
      transform({ input, login, place }, ({ input, login, place }) => ({
        application: input,
        login,
        place,
      }))
    )
    when("a-code-is-wanted", affiliate, ({ code }) => code !== null).then(
      () => {
        addCodeWorkflow.runAsStep({
          input: transform(affiliate, ({ id, code }) => ({
            affiliate_id: id,
            ...code,
          })),
        })
      }
    )
    when("the-login-is-nobodys", affiliate, ({ again }) => !again).then(() => {
      bindLoginStep(
        transform({ input, affiliate }, ({ input, affiliate }) => ({
          auth_identity_id: input.auth_identity_id,
          affiliate_id: affiliate.id,
        }))
      )
    })
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
    when(
      "the-program-rejects",
      affiliate,
      ({ status }) => status === "rejected"
    ).then(() => {
      emitEventStep({
        eventName: AffiliateEvents.REJECTED,
        data: transform(affiliate, ({ id, reason }) => ({ id, reason })),
      }).config({
        name: "affiliate-emit-rejected",
      })
    })
    return new WorkflowResponse(affiliate)
  }
)
