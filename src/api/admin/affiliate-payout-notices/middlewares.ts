import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import {
  listPayoutNoticesConfig,
  retrievePayoutNoticeConfig,
} from "./query-config"
import {
  AdminGetPayoutNoticeParams,
  AdminHandlePayoutNotice,
  AdminListPayoutNoticesParams,
} from "./validators"

const answersNotice = validateAndTransformQuery(
  AdminGetPayoutNoticeParams,
  retrievePayoutNoticeConfig
)

export const adminAffiliatePayoutNoticesMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-payout-notices",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListPayoutNoticesParams,
        listPayoutNoticesConfig
      ),
    ],
  },
  {
    matcher: "/admin/affiliate-payout-notices/:id",
    methods: ["GET"],
    middlewares: [answersNotice],
  },
  {
    matcher: "/admin/affiliate-payout-notices/:id/handle",
    methods: ["POST"],
    middlewares: [
      validateAndTransformBody(AdminHandlePayoutNotice),
      answersNotice,
    ],
  },
]
