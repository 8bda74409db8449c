import {
  CreateNotificationDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

export type Email = Omit<CreateNotificationDTO, "channel">

/**
 * Sends an e-mail through Medusa's Notification module. One that does not go
 * out is logged and not tried again: what it tells of, the portal tells too.
 * Under the same `idempotency_key` it goes out once, however often that is told.
 *
 * @returns whether it went out
 */
export const sendEmail = async (
  container: MedusaContainer,
  email: Email
): Promise<boolean> => {
  try {
    await container
      .resolve(Modules.NOTIFICATION)
      .createNotifications({ ...email, channel: "email" })
    return true
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `medusa-plugin-affiliate: the e-mail ${email.template} about ${email.resource_id} was not sent`,
        error instanceof Error ? error : new Error(String(error))
      )
    return false
  }
}
