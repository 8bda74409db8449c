import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

const Nothing = z.object({}).strict()

export const adminAffiliatePayoutProvidersMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-payout-providers",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(Nothing, {})],
  },
  {
    matcher: "/admin/affiliate-payout-providers/:id/check",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(Nothing)],
  },
]
