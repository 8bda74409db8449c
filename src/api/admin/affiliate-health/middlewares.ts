import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { AdminGetAffiliateHealthParams } from "./validators"

export const adminAffiliateHealthMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-health",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetAffiliateHealthParams, {})],
  },
]
