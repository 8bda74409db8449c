import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { AdminReviewAffiliates } from "./validators"

export const adminAffiliatesBatchMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliates/batch",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminReviewAffiliates)],
  },
]
