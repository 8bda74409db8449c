import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import { AffiliateEvents } from "../../modules/affiliate/events"
import type AffiliateModuleService from "../../modules/affiliate/service"

/** The template a merchant's e-mail provider is asked for. */
export const PAYOUT_METHOD_CHANGED_TEMPLATE = "affiliate-payout-method-changed"

/** What was sent was sent, so there is no compensation. A store without e-mail sends none. */
const tellPayoutMethodChangedStep = createStep(
  "affiliate-tell-payout-method-changed",
  async ({ affiliate_id }: { affiliate_id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const [affiliate] = await service.listAffiliates(
      { id: affiliate_id, erased_at: null },
      { select: ["name", "email"] }
    )
    const [method] = await service.listAffiliatePayoutMethods(
      { affiliate_id },
      { select: ["provider", "updated_at"] }
    )
    if (!affiliate || !method || !(await service.canSendEmail())) {
      return new StepResponse({ sent: false })
    }
    const { name, email } = affiliate
    try {
      await container.resolve(Modules.NOTIFICATION).createNotifications({
        to: email,
        channel: "email",
        template: PAYOUT_METHOD_CHANGED_TEMPLATE,
        trigger_type: AffiliateEvents.PAYOUT_METHOD_CHANGED,
        receiver_id: affiliate_id,
        idempotency_key: `affiliate-payout-method:${affiliate_id}:${method.updated_at.getTime()}`,
        content: {
          subject: "Your payouts go to another account",
          text: `Hello ${name}, another account was put on file for your payouts. If it was not you, change your password and write to us at once.`,
        },
        // Nothing of the account itself: e-mails are read by others.
        data: { affiliate_id, name, provider: method.provider },
      })
      return new StepResponse({ sent: true })
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `medusa-plugin-affiliate: the e-mail about a changed payout method of ${affiliate_id} was not sent`,
          error instanceof Error ? error : new Error(String(error))
        )
      return new StepResponse({ sent: false })
    }
  }
)

/** Tells an affiliate that another account is on file for their money, in case it was not them who changed it. */
export const tellPayoutMethodChangedWorkflow = createWorkflow(
  "affiliate-tell-payout-method-changed",
  (input: WorkflowData<{ affiliate_id: string }>) =>
    new WorkflowResponse(tellPayoutMethodChangedStep(input))
)
