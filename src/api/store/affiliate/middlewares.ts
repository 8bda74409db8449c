import {
  MedusaRequest,
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { ahead } from "../../utils/ahead"
import { limitByAddress } from "../../utils/limit-by-address"
import { POST as recordClick } from "./clicks/route"
import { StoreRecordClick } from "./clicks/validators"
import { StoreGetProgramParams } from "./program/validators"

const clicksPerMinuteMax = (req: MedusaRequest): number => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  return service.clickOptions().clicks_per_minute_max
}

export const storeAffiliateMiddlewares: MiddlewareRoute[] = [
  {
    // Without methods, so that it comes ahead of all routes.
    matcher: "/store/affiliate/clicks",
    middlewares: [
      ahead("POST", limitByAddress(clicksPerMinuteMax)),
      ahead("POST", validateAndTransformBody(StoreRecordClick)),
      ahead("POST", recordClick),
    ],
  },
  {
    matcher: "/store/affiliate/program",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(StoreGetProgramParams, {})],
  },
]
