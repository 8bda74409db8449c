import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface ReceivePayoutWebhookStepInput {
  provider: string
  /** As it came, in base64: a workflow's input is written down as JSON. */
  body: string
  headers: Record<string, string | string[] | undefined>
}

/** Verifies and keeps. What a provider said stays said, so there is no compensation. */
export const receivePayoutWebhookStep = createStep(
  "affiliate-receive-payout-webhook",
  async (
    { provider, body, headers }: ReceivePayoutWebhookStepInput,
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const raw_body = Buffer.from(body, "base64")
    return new StepResponse(
      await service.receivePayoutWebhook(provider, { raw_body, headers })
    )
  }
)
