import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listAdminAttributionsConfig } from "./query-config"
import { AdminListAttributionsParams } from "./validators"

export const adminAffiliateAttributionsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-attributions",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListAttributionsParams,
        listAdminAttributionsConfig
      ),
    ],
  },
]
