import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import {
  listAdminCommissionsConfig,
  retrieveAdminCommissionConfig,
} from "./query-config"
import {
  AdminGetCommissionParams,
  AdminHoldCommission,
  AdminListCommissionsParams,
  AdminReleaseCommissions,
  AdminUnholdCommission,
} from "./validators"

const answersCommission = validateAndTransformQuery(
  AdminGetCommissionParams,
  retrieveAdminCommissionConfig
)

export const adminAffiliateCommissionsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-commissions",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListCommissionsParams,
        listAdminCommissionsConfig
      ),
    ],
  },
  {
    matcher: "/admin/affiliate-commissions/release",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminReleaseCommissions)],
  },
  {
    matcher: "/admin/affiliate-commissions/:id",
    methods: ["GET"],
    middlewares: [answersCommission],
  },
  {
    matcher: "/admin/affiliate-commissions/:id/hold",
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminHoldCommission),
      answersCommission,
    ],
  },
  {
    matcher: "/admin/affiliate-commissions/:id/unhold",
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminUnholdCommission),
      answersCommission,
    ],
  },
]
