import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import {
  listAdminAgreementsConfig,
  retrieveAdminAgreementConfig,
} from "./query-config"
import {
  AdminGetAgreementParams,
  AdminListAgreementsParams,
  AdminPublishAgreement,
} from "./validators"

const answersAgreement = validateAndTransformQuery(
  AdminGetAgreementParams,
  retrieveAdminAgreementConfig
)

export const adminAffiliateAgreementsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-agreements",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListAgreementsParams,
        listAdminAgreementsConfig
      ),
    ],
  },
  {
    matcher: "/admin/affiliate-agreements",
    methods: ["POST"],
    bodyParser: { sizeLimit: "1mb" },
    middlewares: [
      validateAndTransformBody(AdminPublishAgreement),
      answersAgreement,
    ],
  },
  {
    matcher: "/admin/affiliate-agreements/:id",
    methods: ["GET"],
    middlewares: [answersAgreement],
  },
]
