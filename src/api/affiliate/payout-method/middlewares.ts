import { authenticate, MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

import { SavePayoutMethod } from "../../utils/payout-method"

export const affiliatePayoutMethodMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/payout-method",
    methods: ["GET"],
    middlewares: [authenticate("affiliate", ["session", "bearer"])],
  },
  {
    matcher: "/affiliate/payout-method",
    methods: ["POST"],
    middlewares: [
      authenticate("affiliate", ["session", "bearer"]),
      validateAndTransformBody(SavePayoutMethod),
    ],
  },
]
