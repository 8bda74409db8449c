import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listAdminTiersConfig, retrieveAdminTierConfig } from "./query-config"
import {
  AdminCreateTier,
  AdminGetTierParams,
  AdminListTiersParams,
  AdminReviewTiers,
  AdminUpdateTier,
} from "./validators"

const answersTier = validateAndTransformQuery(
  AdminGetTierParams,
  retrieveAdminTierConfig
)

export const adminAffiliateTiersMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-tiers",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(AdminListTiersParams, listAdminTiersConfig),
    ],
  },
  {
    matcher: "/admin/affiliate-tiers",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminCreateTier), answersTier],
  },
  {
    matcher: "/admin/affiliate-tiers/review",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminReviewTiers)],
  },
  {
    matcher: "/admin/affiliate-tiers/:id",
    methods: ["GET"],
    middlewares: [answersTier],
  },
  {
    matcher: "/admin/affiliate-tiers/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminUpdateTier), answersTier],
  },
]
