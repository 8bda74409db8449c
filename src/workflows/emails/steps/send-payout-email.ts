import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { OptionalEmail } from "../../../modules/affiliate/domain/emails"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { readDigits } from "../../currencies/read-digits"
import { payoutEmail, type PayoutToTell } from "../payout-email"
import { sendEmail } from "../send-email"

export interface SendPayoutEmailStepInput {
  /** The payout. */
  id: string
  /** What became of it; by now something else may have, and then nothing is told. */
  status: PayoutToTell["status"]
}

const EMAILS: Record<PayoutToTell["status"], OptionalEmail> = {
  paid: "payout_paid",
  failed: "payout_failed",
}

/** Has no compensation: what was sent was sent. */
export const sendPayoutEmailStep = createStep(
  "affiliate-send-payout-email-step",
  async ({ id, status }: SendPayoutEmailStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    if (!(await service.canSendEmail())) {
      return new StepResponse({ sent: false })
    }
    const {
      data: [payout],
    } = await query.graph({
      entity: "affiliate_payout",
      fields: [
        "id",
        "display_id",
        "amount",
        "currency_code",
        "reference",
        "failure_reason",
        "attempt",
        "affiliate.id",
        "affiliate.name",
        "affiliate.email",
      ],
      filters: { id, status },
    })
    const affiliate = payout?.affiliate
    if (
      !affiliate ||
      !(await service.wantsEmail(affiliate.id, EMAILS[status]))
    ) {
      return new StepResponse({ sent: false })
    }
    const [digits] = (
      await readDigits(container, [payout.currency_code])
    ).values()
    const email = payoutEmail(
      { ...payout, status, affiliate },
      digits,
      service.portalLink(`payouts/${id}`)
    )
    return new StepResponse({ sent: await sendEmail(container, email) })
  }
)
