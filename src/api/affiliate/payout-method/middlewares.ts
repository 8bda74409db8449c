import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import {
  RefreshPayoutMethod,
  SavePayoutMethod,
  StartPayoutOnboarding,
} from "../../utils/payout-method"

export const affiliatePayoutMethodMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/payout-method",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SavePayoutMethod)],
  },
  {
    matcher: "/affiliate/payout-method/onboarding",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(StartPayoutOnboarding)],
  },
  {
    matcher: "/affiliate/payout-method/refresh",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(RefreshPayoutMethod)],
  },
]
