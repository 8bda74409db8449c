import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import {
  listAdminAffiliatesConfig,
  retrieveAdminAffiliateConfig,
} from "./query-config"
import {
  AdminAddAffiliateCode,
  AdminAffiliateTransition,
  AdminCreateAffiliate,
  AdminGetAffiliateParams,
  AdminListAffiliatesParams,
  AdminRejectAffiliate,
  AdminUpdateAffiliate,
} from "./validators"

const answersAffiliate = validateAndTransformQuery(
  AdminGetAffiliateParams,
  retrieveAdminAffiliateConfig
)

export const adminAffiliatesMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliates",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListAffiliatesParams,
        listAdminAffiliatesConfig
      ),
    ],
  },
  {
    matcher: "/admin/affiliates",
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminCreateAffiliate),
      answersAffiliate,
    ],
  },
  {
    matcher: "/admin/affiliates/:id",
    methods: ["GET"],
    middlewares: [answersAffiliate],
  },
  {
    matcher: "/admin/affiliates/:id",
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminUpdateAffiliate),
      answersAffiliate,
    ],
  },
  {
    matcher: "/admin/affiliates/:id/reject",
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminRejectAffiliate),
      answersAffiliate,
    ],
  },
  ...["approve", "suspend", "reinstate"].map((action): MiddlewareRoute => ({
    matcher: `/admin/affiliates/:id/${action}`,
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminAffiliateTransition),
      answersAffiliate,
    ],
  })),
  {
    matcher: "/admin/affiliates/:id/codes",
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminAddAffiliateCode),
      answersAffiliate,
    ],
  },
  {
    matcher: "/admin/affiliates/:id/codes/:code",
    methods: ["DELETE"],
    middlewares: [answersAffiliate],
  },
]
