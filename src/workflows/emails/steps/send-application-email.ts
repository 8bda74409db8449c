import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { decisionOf } from "../../../modules/affiliate/domain/affiliate-status"
import type { StatusChange } from "../../../modules/affiliate/domain/affiliate-status"
import { fromJsonColumn } from "../../../modules/affiliate/models/json-list"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { applicationEmail } from "../application-email"
import { sendEmail } from "../send-email"

export interface SendApplicationEmailStepInput {
  /** The affiliate. */
  id: string
}

/**
 * Tells of a decision that was waited for. Has no compensation: what was sent
 * was sent.
 */
export const sendApplicationEmailStep = createStep(
  "affiliate-send-application-email-step",
  async ({ id }: SendApplicationEmailStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    if (!(await service.canSendEmail())) {
      return new StepResponse({ sent: false })
    }
    const {
      data: [affiliate],
    } = await query.graph({
      entity: "affiliate",
      fields: [
        "id",
        "name",
        "email",
        "status_history",
        "reapply_at",
        "program.name",
      ],
      filters: { id, erased_at: null },
    })
    const decision =
      affiliate &&
      decisionOf(fromJsonColumn<StatusChange>(affiliate.status_history))
    if (!decision) {
      return new StepResponse({ sent: false })
    }
    const { name, email, reapply_at, program } = affiliate
    const approved = decision.status === "approved"
    const sent = await sendEmail(
      container,
      applicationEmail(
        {
          id,
          name,
          email,
          program_name: program.name,
          status: decision.status,
          decided_at: decision.at,
          reapply_at:
            approved || !reapply_at ? null : new Date(reapply_at).toISOString(),
        },
        approved ? service.portalLink("") : null
      )
    )
    return new StepResponse({ sent })
  }
)
