import { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import AffiliateModuleService from "../../../modules/affiliate/service"
import { MilestoneToNotify } from "../../../modules/affiliate/sql/milestones"

const EMAILS_MAX = 200

/** The template a merchant's e-mail provider is asked for. */
export const MILESTONE_TEMPLATE = "affiliate-milestone-reached"

let toldAboutProvider = false

/** A store without e-mail is told once; the milestones stay to be sent. */
const tellOnce = (logger: Logger): void => {
  if (!toldAboutProvider) {
    toldAboutProvider = true
    logger.warn(
      "medusa-plugin-affiliate: no notification provider serves the channel “email”. Milestones are recorded; their e-mails go out once there is one."
    )
  }
}

const emailOf = (milestone: MilestoneToNotify) => {
  const amount = `${milestone.threshold} ${milestone.currency_code.toUpperCase()}`
  return {
    to: milestone.email,
    channel: "email",
    template: MILESTONE_TEMPLATE,
    trigger_type: "affiliate.milestone_reached",
    resource_id: milestone.id,
    resource_type: "affiliate_milestone",
    receiver_id: milestone.affiliate_id,
    idempotency_key: `affiliate-milestone:${milestone.id}:${milestone.attempt}`,
    content: {
      subject: `You have earned ${amount}`,
      text: `Hello ${milestone.name}, your commissions in ${milestone.program_name} have reached ${amount}. Thank you!`,
    },
    data: {
      affiliate_id: milestone.affiliate_id,
      name: milestone.name,
      program_name: milestone.program_name,
      currency_code: milestone.currency_code,
      threshold: milestone.threshold,
    },
  }
}

/** Tells affiliates of their milestones through Medusa's Notification module. */
export const notifyMilestonesStep = createStep(
  "affiliate-notify-milestones-step",
  async (_: Record<string, never>, { container }) => {
    const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const notifications = container.resolve(Modules.NOTIFICATION)
    const milestones = await service.claimMilestonesToNotify(EMAILS_MAX)
    if (milestones === null) {
      tellOnce(logger)
      return new StepResponse({ notified: 0 })
    }
    let notified = 0
    for (const milestone of milestones) {
      try {
        if (!milestone.wanted) {
          // Not later either, when they want such e-mails again.
          await service.markMilestoneNotified(milestone.id)
          continue
        }
        await notifications.createNotifications(emailOf(milestone))
        await service.markMilestoneNotified(milestone.id)
        notified++
      } catch (error) {
        logger.error(
          `medusa-plugin-affiliate: the e-mail for milestone ${milestone.id} was not sent, try ${milestone.attempt}`,
          error instanceof Error ? error : new Error(String(error))
        )
      }
    }
    return new StepResponse({ notified })
  }
)
