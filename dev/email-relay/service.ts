import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"

/**
 * An e-mail provider that hands each e-mail to a service over HTTP, as providers do: what the service refuses, or does
 * not answer, was not sent.
 */
export class EmailRelayProvider extends AbstractNotificationProviderService {
  static override identifier = "email_relay"

  private readonly address: string

  /** Public, since Medusa constructs its providers. */
  constructor(
    _container: Record<string, unknown>,
    options: { address: string }
  ) {
    super()
    this.address = options.address
  }

  override async send(
    notification: ProviderSendNotificationDTO
  ): Promise<ProviderSendNotificationResultsDTO> {
    const { to, template, data } = notification
    const answer = await fetch(this.address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ to, template, data }),
    })
    if (!answer.ok) {
      throw new Error(`The relay answered ${answer.status}`)
    }
    return { id: await answer.text() }
  }
}
