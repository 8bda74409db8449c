import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { AdminGetTreeParams } from "./validators"

export const adminAffiliateTreeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliates/:id/tree",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetTreeParams, {})],
  },
]
