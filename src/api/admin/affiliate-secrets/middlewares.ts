import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

export const adminAffiliateSecretsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-secrets/reseal",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(z.strictObject({}))],
  },
]
