import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { AdminSetTaxThreshold } from "./validators"

export const adminAffiliateTaxThresholdsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-tax-thresholds",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminSetTaxThreshold)],
  },
]
