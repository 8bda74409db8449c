import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { retrieveAdminAffiliateConfig } from "../../query-config"
import { AdminGetAffiliateParams } from "../../validators"
import { AdminDecideIdentity } from "./validators"

export const adminAffiliateIdentityMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliates/:id/identity",
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminDecideIdentity),
      validateAndTransformQuery(
        AdminGetAffiliateParams,
        retrieveAdminAffiliateConfig
      ),
    ],
  },
]
