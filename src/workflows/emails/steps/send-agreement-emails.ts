import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { agreementEmail } from "../agreement-email"
import { sendEmail } from "../send-email"

/** How many e-mails are on their way at a time. */
const AT_A_TIME = 10

export interface SendAgreementEmailsStepInput {
  /** The agreement. */
  id: string
}

/**
 * Tells those who have to accept it, some at a time. Where none of these goes
 * out, the provider is taken to be down, and the rest is not told. Has no
 * compensation: what was sent was sent.
 */
export const sendAgreementEmailsStep = createStep(
  "affiliate-send-agreement-emails-step",
  async ({ id }: SendAgreementEmailsStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    if (!(await service.canSendEmail())) {
      return new StepResponse({ sent: 0 })
    }
    const portal_url = service.portalLink("agreements")
    let sent = 0
    for (let after = ""; ;) {
      const readers = await service.readersOfAgreement({
        agreement_id: id,
        after,
        limit: AT_A_TIME,
      })
      const went = await Promise.all(
        readers.map((reader) =>
          sendEmail(container, agreementEmail(id, reader, portal_url))
        )
      )
      sent += went.filter(Boolean).length
      if (readers.length && !went.includes(true)) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .error(
            `medusa-plugin-affiliate: no more e-mails about the agreement ${id} are tried; ${sent} went out`
          )
        return new StepResponse({ sent })
      }
      if (readers.length < AT_A_TIME) {
        return new StepResponse({ sent })
      }
      after = readers[readers.length - 1].id
    }
  }
)
