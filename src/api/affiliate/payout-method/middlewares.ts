import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { SavePayoutMethod } from "../../utils/payout-method"

export const affiliatePayoutMethodMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/payout-method",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SavePayoutMethod)],
  },
]
