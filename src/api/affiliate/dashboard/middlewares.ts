import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { GetDashboardParams } from "./validators"

export const affiliateDashboardMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/dashboard",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(GetDashboardParams, {})],
  },
]
