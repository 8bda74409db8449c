import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { clickSteps, limitClicks } from "./clicks/steps"
import { StoreGetProgramParams } from "./program/validators"

export const storeAffiliateMiddlewares: MiddlewareRoute[] = [
  {
    // Without methods, so that it comes ahead of all routes.
    matcher: "/store/affiliate/clicks",
    middlewares: [limitClicks, ...clickSteps],
  },
  {
    matcher: "/store/affiliate/program",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(StoreGetProgramParams, {})],
  },
]
