import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { AdminGetTaxReportParams } from "./validators"

export const adminAffiliateTaxReportMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-tax-report",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetTaxReportParams, {})],
  },
]
