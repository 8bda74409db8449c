import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { sendEmail } from "../emails/send-email"
import { payoutMethodChangedEmails } from "./payout-method-changed-email"

/** For how long an address is told that is the affiliate's no more. */
const FORMER_EMAIL_DAYS = 30

/** What was sent was sent, so there is no compensation. A store without e-mail sends none. */
const tellPayoutMethodChangedStep = createStep(
  "affiliate-tell-payout-method-changed",
  async ({ affiliate_id }: { affiliate_id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const [affiliate] = await service.listAffiliates(
      { id: affiliate_id, erased_at: null },
      { select: ["id", "name", "email"] }
    )
    const [method] = await service.listAffiliatePayoutMethods(
      { affiliate_id },
      { select: ["provider", "updated_at"] }
    )
    const shown = await service.payoutMethodOf(affiliate_id)
    if (!affiliate || !method || !shown || !(await service.canSendEmail())) {
      return new StepResponse({ sent: false })
    }
    const emails = payoutMethodChangedEmails({
      affiliate,
      provider: method.provider,
      changed_at: method.updated_at,
      cool_off_until: shown.cool_off_until,
      former_emails: await service.listFormerEmails({
        affiliate_id,
        days: FORMER_EMAIL_DAYS,
      }),
    })
    const sent = await Promise.all(
      emails.map((email) => sendEmail(container, email))
    )
    return new StepResponse({ sent: sent.includes(true) })
  }
)

/**
 * Tells an affiliate that another account is on file for their money, in case it was not them who changed it; also where
 * they had their e-mail until lately, in case that was not them either.
 */
export const tellPayoutMethodChangedWorkflow = createWorkflow(
  "affiliate-tell-payout-method-changed",
  (input: WorkflowData<{ affiliate_id: string }>) =>
    new WorkflowResponse(tellPayoutMethodChangedStep(input))
)
