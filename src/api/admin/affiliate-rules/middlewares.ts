import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import {
  listAdminRulesConfig,
  retrieveAdminRuleConfig,
  versionsConfig,
} from "./query-config"
import {
  AdminCreateRule,
  AdminGetRuleParams,
  AdminListRulesParams,
  AdminListRuleVersionsParams,
  AdminPreviewRule,
  AdminUpdateRule,
} from "./validators"

const answersRule = validateAndTransformQuery(
  AdminGetRuleParams,
  retrieveAdminRuleConfig
)

export const adminAffiliateRulesMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-rules",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(AdminListRulesParams, listAdminRulesConfig),
    ],
  },
  {
    matcher: "/admin/affiliate-rules",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminCreateRule), answersRule],
  },
  {
    matcher: "/admin/affiliate-rules/preview",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminPreviewRule)],
  },
  {
    matcher: "/admin/affiliate-rules/:id",
    methods: ["GET"],
    middlewares: [answersRule],
  },
  {
    matcher: "/admin/affiliate-rules/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminUpdateRule), answersRule],
  },
  {
    matcher: "/admin/affiliate-rules/:id/versions",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(AdminListRuleVersionsParams, versionsConfig),
    ],
  },
]
