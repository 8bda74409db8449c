import { createHash } from "node:crypto"

import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** The template a merchant's e-mail provider is asked for. */
export const EMAIL_VERIFICATION_TEMPLATE = "affiliate-email-verification"

export interface SendEmailVerificationStepInput {
  auth_identity_id: string
  /** The address that is to be verified. */
  email: string
  /** Of Medusa; good once, for a quarter of an hour. */
  code: string
}

/**
 * Sends the e-mail through Medusa's Notification module, to the address that the login itself is: Medusa lets whoever is
 * logged in ask for a code for any. Has no compensation: what was sent was sent.
 */
export const sendEmailVerificationStep = createStep(
  "affiliate-send-email-verification",
  async (
    { auth_identity_id, email, code }: SendEmailVerificationStepInput,
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const [own] = await container
      .resolve(Modules.AUTH)
      .listProviderIdentities(
        { auth_identity_id, entity_id: email },
        { select: ["id"] }
      )
    if (!own) {
      return new StepResponse({ sent: false })
    }
    if (!(await service.canSendEmail())) {
      logger.warn(
        "medusa-plugin-affiliate: an affiliate's e-mail address is to be verified, but no notification provider serves the channel “email”"
      )
      return new StepResponse({ sent: false })
    }
    const verify_url = service.pageLink("email_verification_url", { code })
    try {
      await container.resolve(Modules.NOTIFICATION).createNotifications({
        to: email,
        channel: "email",
        template: EMAIL_VERIFICATION_TEMPLATE,
        trigger_type: "auth.verification_requested",
        idempotency_key: `affiliate-email-verification:${createHash("sha256").update(code).digest("hex")}`,
        content: {
          subject: "Confirm your e-mail address",
          text: `Hello, confirm the e-mail address of your affiliate account: ${verify_url ?? code}. If you did not ask for it, do nothing.`,
        },
        data: { email, code, verify_url },
      })
      return new StepResponse({ sent: true })
    } catch (error) {
      logger.error(
        "medusa-plugin-affiliate: the e-mail that verifies an address was not sent",
        error instanceof Error ? error : new Error(String(error))
      )
      return new StepResponse({ sent: false })
    }
  }
)
