import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listReferralsConfig } from "./query-config"
import { ListReferralsParams } from "./validators"

export const affiliateReferralsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/referrals",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(ListReferralsParams, listReferralsConfig),
    ],
  },
]
