import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { AdminGetStatsParams } from "./validators"

export const adminAffiliateStatsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-stats",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetStatsParams, {})],
  },
]
