import {
  MedusaRequest,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../../modules/affiliate"
import type AffiliateModuleService from "../../../../modules/affiliate/service"
import { ahead } from "../../../utils/ahead"
import { limitByAddress } from "../../../utils/limit-by-address"
import { POST as recordClick } from "./route"
import { StoreRecordClick } from "./validators"

/** How many clicks an address may send in a minute, by the store's options; redirects have as many of their own. */
export const clicksPerMinuteMax = (req: MedusaRequest): number => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  return service.clickOptions().clicks_per_minute_max
}

/** Counts for every address that a click can be posted to: an allowance is one whichever way somebody comes. */
export const limitClicks = ahead("POST", limitByAddress(clicksPerMinuteMax))

/** What becomes of a click that was let through. */
export const clickSteps = [
  ahead("POST", validateAndTransformBody(StoreRecordClick)),
  ahead("POST", recordClick),
]
