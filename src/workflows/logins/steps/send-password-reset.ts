import { createHash } from "node:crypto"

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** The template a merchant's e-mail provider is asked for. */
export const PASSWORD_RESET_TEMPLATE = "affiliate-password-reset"

export interface SendPasswordResetStepInput {
  /** The login. */
  email: string
  /** Of Medusa; good for one change of the password, for a quarter of an hour. */
  token: string
}

/**
 * Sends the e-mail through Medusa's Notification module; a store without an e-mail provider sends none. Has no
 * compensation: what was sent was sent.
 */
export const sendPasswordResetStep = createStep(
  "affiliate-send-password-reset",
  async ({ email, token }: SendPasswordResetStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    if (!(await service.canSendEmail())) {
      logger.warn(
        "medusa-plugin-affiliate: an affiliate asked for a new password, but no notification provider serves the channel “email”"
      )
      return new StepResponse({ sent: false })
    }
    const name = await nameOf(email, container)
    const reset_url = service.pageLink("password_reset_url", { token, email })
    try {
      await container.resolve(Modules.NOTIFICATION).createNotifications({
        to: email,
        channel: "email",
        template: PASSWORD_RESET_TEMPLATE,
        trigger_type: "auth.password_reset",
        idempotency_key: `affiliate-password-reset:${createHash("sha256").update(token).digest("hex")}`,
        content: {
          subject: "Set a new password",
          text: `Hello${name ? ` ${name}` : ""}, somebody asked for a new password for your affiliate account. Set it here: ${reset_url ?? token}. If it was not you, do nothing.`,
        },
        data: { email, name, token, reset_url },
      })
      return new StepResponse({ sent: true })
    } catch (error) {
      logger.error(
        "medusa-plugin-affiliate: the e-mail for a new password was not sent",
        error instanceof Error ? error : new Error(String(error))
      )
      return new StepResponse({ sent: false })
    }
  }
)

/** Of the affiliate that the login is, if it is one. */
const nameOf = async (
  email: string,
  container: MedusaContainer
): Promise<string | null> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const [identity] = await container
    .resolve(Modules.AUTH)
    .listProviderIdentities(
      { entity_id: email, provider: "emailpass" },
      { select: ["auth_identity_id"] }
    )
  const [affiliate] = identity?.auth_identity_id
    ? await service.listAffiliates(
        { auth_identity_id: identity.auth_identity_id },
        { select: ["name"] }
      )
    : []
  return affiliate?.name ?? null
}
