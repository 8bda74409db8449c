import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { backendAddress } from "../../utils/backend-address"

/** The store's payout providers, what each can do, and the address that its webhooks go to. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  res.json({
    payout_providers: service.describePayoutRails().map((provider) => ({
      ...provider,
      webhook_url: provider.has_webhooks
        ? `${backendAddress(req)}/hooks/affiliate/payouts/${provider.id}`
        : null,
    })),
  })
}
