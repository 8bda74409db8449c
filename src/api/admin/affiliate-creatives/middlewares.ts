import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import {
  listAdminCreativesConfig,
  retrieveAdminCreativeConfig,
} from "./query-config"
import {
  AdminCreateCreative,
  AdminGetCreativeParams,
  AdminListCreativesParams,
  AdminUpdateCreative,
  BODY_SIZE_MAX,
} from "./validators"

const answersCreative = validateAndTransformQuery(
  AdminGetCreativeParams,
  retrieveAdminCreativeConfig
)

export const adminAffiliateCreativesMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-creatives",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListCreativesParams,
        listAdminCreativesConfig
      ),
    ],
  },
  {
    matcher: "/admin/affiliate-creatives",
    methods: ["POST"],
    bodyParser: { sizeLimit: BODY_SIZE_MAX },
    middlewares: [
      validateAndTransformBody(AdminCreateCreative),
      answersCreative,
    ],
  },
  {
    matcher: "/admin/affiliate-creatives/:id",
    methods: ["GET"],
    middlewares: [answersCreative],
  },
  {
    matcher: "/admin/affiliate-creatives/:id",
    methods: ["POST"],
    bodyParser: { sizeLimit: BODY_SIZE_MAX },
    middlewares: [
      validateAndTransformBody(AdminUpdateCreative),
      answersCreative,
    ],
  },
]
