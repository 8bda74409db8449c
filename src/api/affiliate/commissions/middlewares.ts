import {
  authenticate,
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listCommissionsConfig, retrieveCommissionConfig } from "./query-config"
import { GetCommissionParams, ListCommissionsParams } from "./validators"

const affiliateOnly = authenticate("affiliate", ["session", "bearer"])

export const affiliateCommissionsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/commissions",
    methods: ["GET"],
    middlewares: [
      affiliateOnly,
      validateAndTransformQuery(ListCommissionsParams, listCommissionsConfig),
    ],
  },
  {
    matcher: "/affiliate/commissions/:id",
    methods: ["GET"],
    middlewares: [
      affiliateOnly,
      validateAndTransformQuery(GetCommissionParams, retrieveCommissionConfig),
    ],
  },
]
