import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listCommissionsConfig, retrieveCommissionConfig } from "./query-config"
import { GetCommissionParams, ListCommissionsParams } from "./validators"

export const affiliateCommissionsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/commissions",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(ListCommissionsParams, listCommissionsConfig),
    ],
  },
  {
    matcher: "/affiliate/commissions/:id",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(GetCommissionParams, retrieveCommissionConfig),
    ],
  },
]
