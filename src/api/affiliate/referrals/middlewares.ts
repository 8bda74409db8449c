import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { ListReferralsParams } from "./validators"

export const affiliateReferralsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/referrals",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(ListReferralsParams, { isList: true }),
    ],
  },
]
