import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import { bindLoginStep } from "../affiliates/steps/bind-login"
import { checkLoginStep } from "../affiliates/steps/check-login"
import { addCodeWorkflow } from "../codes"
import {
  AcceptInvitationStepInput,
  acceptInvitationStep,
} from "./steps/accept-invitation"

export type AcceptInvitationWorkflowInput = Omit<
  AcceptInvitationStepInput,
  "login"
>

/**
 * Somebody accepts an invitation with a login of their own: approved at once, with the program, tier, parent
 * and code of the invitation; an affiliate whom the merchant made by hand gets the login.
 *
 * @throws not_found for a token that is unknown, expired, revoked or used; not_allowed for a login that has an
 *   affiliate; duplicate_error for an e-mail, a customer or a code that is taken by now; invalid_data for
 *   answers that do not fit the program's form
 *
 * @example
 * await acceptInvitationWorkflow(container).run({
 *   input: { invitation_token, name: "Ada", agreement_version: "1", auth_identity_id },
 * })
 */
export const acceptInvitationWorkflow = createWorkflow(
  "affiliate-accept-invitation",
  (input: WorkflowData<AcceptInvitationWorkflowInput>) => {
    const login = checkLoginStep(
      transform(input, ({ auth_identity_id }) => ({ auth_identity_id }))
    )
    const affiliate = acceptInvitationStep(
      transform({ input, login }, ({ input, login }) => ({ ...input, login }))
    )
    const payload = transform(affiliate, ({ id }) => ({ id }))
    when("the-affiliate-is-new", affiliate, ({ code }) => code !== null).then(
      () => {
        addCodeWorkflow.runAsStep({
          input: transform(affiliate, ({ id, code }) => ({
            affiliate_id: id,
            ...code,
          })),
        })
        emitEventStep({
          eventName: AffiliateEvents.APPROVED,
          data: payload,
        }).config({ name: "affiliate-emit-invited-approved" })
      }
    )
    bindLoginStep(
      transform({ input, affiliate }, ({ input, affiliate }) => ({
        auth_identity_id: input.auth_identity_id,
        affiliate_id: affiliate.id,
      }))
    )
    emitEventStep({
      eventName: AffiliateEvents.INVITATION_ACCEPTED,
      data: transform(affiliate, ({ id, invitation_id }) => ({
        id: invitation_id,
        affiliate_id: id,
      })),
    })
    return new WorkflowResponse(affiliate)
  }
)
