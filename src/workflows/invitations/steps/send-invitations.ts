import { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { sendInvitation } from "../send-invitation"

/** How many e-mails are on their way at a time. */
const AT_A_TIME = 10

/** How many one run sends at most. */
const EMAILS_MAX = 500

let toldAboutProvider = false

/** A store that has lost its e-mail is told once; the invitations stay to be sent. */
const tellOnce = (logger: Logger): void => {
  if (!toldAboutProvider) {
    toldAboutProvider = true
    logger.warn(
      "medusa-plugin-affiliate: no notification provider serves the channel “email” any more. Invitations that wait go out once there is one."
    )
  }
}

export interface SendInvitationsStepInput {
  /** Only these; without, all that are due. */
  ids?: string[]
}

/**
 * Sends invitations whose e-mail is due. Where not one of several at a time goes out, the provider is taken to be down and
 * the rest is left for later. Has no compensation: what was sent was sent.
 */
export const sendInvitationsStep = createStep(
  "affiliate-send-invitations-step",
  async ({ ids }: SendInvitationsStepInput, { container }) => {
    let sent = 0
    try {
      sent = ids?.length === 0 ? 0 : await sendWhatIsDue(container, ids ?? null)
    } catch (error) {
      // The invitations are made: what is not sent now, the job sends.
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          "medusa-plugin-affiliate: the e-mails of invitations could not be sent now",
          error instanceof Error ? error : new Error(String(error))
        )
    }
    return new StepResponse({ sent })
  }
)

const sendWhatIsDue = async (
  container: MedusaContainer,
  ids: string[] | null
): Promise<number> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let sent = 0
  for (let taken = 0; taken < EMAILS_MAX; taken += AT_A_TIME) {
    const emails = await service.claimInvitationsToSend({
      ids,
      limit: AT_A_TIME,
    })
    if (emails === null) {
      tellOnce(logger)
      return sent
    }
    const done = await Promise.all(
      emails.map((email) => sendInvitation(container, email))
    )
    const went = done.filter(Boolean).length
    sent += went
    if (went === 0) {
      return sent
    }
  }
  return sent
}
