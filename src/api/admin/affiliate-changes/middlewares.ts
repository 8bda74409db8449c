import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listAdminChangesConfig } from "./query-config"
import {
  AdminListChangesOfAffiliateParams,
  AdminListChangesParams,
} from "./validators"

export const adminAffiliateChangesMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-changes",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(AdminListChangesParams, listAdminChangesConfig),
    ],
  },
  {
    matcher: "/admin/affiliates/:id/audit",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListChangesOfAffiliateParams,
        listAdminChangesConfig
      ),
    ],
  },
]
