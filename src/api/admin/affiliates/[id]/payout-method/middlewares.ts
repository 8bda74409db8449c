import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import {
  EndCoolOff,
  RefreshPayoutMethod,
  SavePayoutMethod,
} from "../../../../utils/payout-method"

export const adminAffiliatePayoutMethodMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliates/:id/payout-method",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SavePayoutMethod)],
  },
  {
    matcher: "/admin/affiliates/:id/payout-method/end-cool-off",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(EndCoolOff)],
  },
  {
    matcher: "/admin/affiliates/:id/payout-method/refresh",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(RefreshPayoutMethod)],
  },
]
