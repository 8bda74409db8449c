import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import type AffiliateModuleService from "../../../../../modules/affiliate/service"
import { receivePayoutWebhookWorkflow } from "../../../../../workflows/payout-notices"
import { readRawBody } from "../../../../utils/raw-body"

/** Larger than what any payment service sends. */
const BODY_BYTES_MAX = 512 * 1024

/**
 * What a payout provider has to say, in its own words and under its own
 * signature: kept once and answered at once, handled after.
 */
export const POST = async (
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { provider } = req.params
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  if (!service.takesPayoutWebhooks(provider)) {
    res.status(405).json({
      type: MedusaError.Types.NOT_ALLOWED,
      message: `The payout provider ${provider} has no webhooks`,
    })
    return
  }
  const body = await readRawBody(req, BODY_BYTES_MAX)
  if (!body) {
    res
      .status(413)
      .set("connection", "close")
      .json({
        type: MedusaError.Types.INVALID_DATA,
        message: `A webhook may have ${BODY_BYTES_MAX} bytes`,
      })
    return
  }
  await receivePayoutWebhookWorkflow(req.scope).run({
    input: { provider, body: body.toString("base64"), headers: req.headers },
  })
  res.json({ received: true })
}
