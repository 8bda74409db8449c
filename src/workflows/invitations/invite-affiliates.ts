import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  InviteAffiliatesStepInput,
  inviteAffiliatesStep,
} from "./steps/invite-affiliates"
import { notifyInvitationsStep } from "./steps/notify-invitations"

export type InviteAffiliatesWorkflowInput = InviteAffiliatesStepInput

/**
 * Invites people to programs, by e-mail where the store can send one. The tokens are answered once and kept
 * nowhere. Everybody is invited or, when one cannot be, nobody: `refused` says who and why.
 *
 * @example
 * const { result } = await inviteAffiliatesWorkflow(container).run({
 *   input: { invitations: [{ email: "ada@example.com", code: "ADA10", discount_percent: 10 }] },
 * })
 */
export const inviteAffiliatesWorkflow = createWorkflow(
  "affiliate-invite-affiliates",
  (input: WorkflowData<InviteAffiliatesWorkflowInput>) => {
    const invited = inviteAffiliatesStep(input)
    notifyInvitationsStep(
      transform(invited, ({ invitations }) => ({ invitations }))
    )
    return new WorkflowResponse(invited)
  }
)
