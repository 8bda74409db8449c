import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { retrieveAdminCommissionConfig } from "../affiliate-commissions/query-config"
import { AdminGetCommissionParams } from "../affiliate-commissions/validators"
import { AdminCreateAdjustment } from "./validators"

export const adminAffiliateAdjustmentsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-adjustments",
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminCreateAdjustment),
      validateAndTransformQuery(
        AdminGetCommissionParams,
        retrieveAdminCommissionConfig
      ),
    ],
  },
]
