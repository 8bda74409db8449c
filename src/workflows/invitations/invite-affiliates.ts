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
import { sendInvitationsStep } from "./steps/send-invitations"

export type InviteAffiliatesWorkflowInput = InviteAffiliatesStepInput

/**
 * Invites people to programs, by e-mail where the store can send one; what does not go out at once is tried again by a
 * job. The tokens are answered once and not kept. Everybody is invited or, when one cannot be, nobody: `refused` says who
 * and why.
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
    sendInvitationsStep(
      transform(invited, ({ invitations }) => ({
        ids: invitations.map(({ id }) => id),
      }))
    )
    return new WorkflowResponse(invited)
  }
)
