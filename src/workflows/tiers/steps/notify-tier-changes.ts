import { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { AffiliateEvents } from "../../../modules/affiliate/events"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { TierChangeToNotify } from "../../../modules/affiliate/sql/tier-news"

const EMAILS_MAX = 200

/** The template a merchant's e-mail provider is asked for. */
export const TIER_CHANGED_TEMPLATE = "affiliate-tier-changed"

let toldAboutProvider = false

/** A store without e-mail is told once; the changes stay to be sent. */
const tellOnce = (logger: Logger): void => {
  if (!toldAboutProvider) {
    toldAboutProvider = true
    logger.warn(
      "medusa-plugin-affiliate: no notification provider serves the channel “email”. Changes of tier are recorded; their e-mails go out once there is one."
    )
  }
}

const wordsOf = (change: TierChangeToNotify) =>
  change.to_tier_name
    ? {
        subject: `You are now in the tier ${change.to_tier_name}`,
        text: `Hello ${change.name}, in ${change.program_name} you are now in the tier ${change.to_tier_name}. It applies to orders from now on.`,
      }
    : {
        subject: `You have left the tier ${change.from_tier_name ?? "you were in"}`,
        text: `Hello ${change.name}, in ${change.program_name} you are in no tier any more. The program's own terms apply to orders from now on.`,
      }

const emailOf = (change: TierChangeToNotify) => ({
  to: change.email,
  channel: "email",
  template: TIER_CHANGED_TEMPLATE,
  trigger_type: AffiliateEvents.TIER_CHANGED,
  resource_id: change.id,
  resource_type: "affiliate_tier_change",
  receiver_id: change.affiliate_id,
  idempotency_key: `affiliate-tier-change:${change.id}:${change.attempt}`,
  content: wordsOf(change),
  data: {
    affiliate_id: change.affiliate_id,
    name: change.name,
    program_name: change.program_name,
    from_tier_id: change.from_tier_id,
    from_tier_name: change.from_tier_name,
    to_tier_id: change.to_tier_id,
    to_tier_name: change.to_tier_name,
    features: change.features,
  },
})

/** Tells affiliates whom the requirements moved, through Medusa's Notification module. */
export const notifyTierChangesStep = createStep(
  "affiliate-notify-tier-changes-step",
  async (_: Record<string, never>, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const notifications = container.resolve(Modules.NOTIFICATION)
    const changes = await service.claimTierChangesToNotify(EMAILS_MAX)
    if (changes === null) {
      tellOnce(logger)
      return new StepResponse({ notified: 0 })
    }
    let notified = 0
    for (const change of changes) {
      try {
        if (!change.wanted) {
          // Not later either, when they want such e-mails again.
          await service.markTierChangeNotified(change.id)
          continue
        }
        await notifications.createNotifications(emailOf(change))
        await service.markTierChangeNotified(change.id)
        notified++
      } catch (error) {
        logger.error(
          `medusa-plugin-affiliate: the e-mail for the change of tier ${change.id} was not sent, try ${change.attempt}`,
          error instanceof Error ? error : new Error(String(error))
        )
      }
    }
    return new StepResponse({ notified })
  }
)
