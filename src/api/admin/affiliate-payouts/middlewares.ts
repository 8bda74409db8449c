import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { PayoutDocumentParams } from "../../utils/payout-document-params"
import {
  listAdminPayoutsConfig,
  retrieveAdminPayoutConfig,
} from "./query-config"
import {
  AdminCreatePayout,
  AdminExportPayoutsParams,
  AdminGetPayoutParams,
  AdminListPayoutsParams,
  AdminMarkPayoutPaid,
  AdminPayoutAction,
  AdminReversePayout,
} from "./validators"

const answersPayout = validateAndTransformQuery(
  AdminGetPayoutParams,
  retrieveAdminPayoutConfig
)

export const adminAffiliatePayoutsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-payouts",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(AdminListPayoutsParams, listAdminPayoutsConfig),
    ],
  },
  {
    matcher: "/admin/affiliate-payouts",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminCreatePayout), answersPayout],
  },
  {
    matcher: "/admin/affiliate-payouts/export",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminExportPayoutsParams, {})],
  },
  {
    matcher: "/admin/affiliate-payouts/:id/document",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(PayoutDocumentParams, {})],
  },
  {
    matcher: "/admin/affiliate-payouts/:id",
    methods: ["GET"],
    middlewares: [answersPayout],
  },
  ...["process", "cancel", "retry", "look-up"].map(
    (action): MiddlewareRoute => ({
      matcher: `/admin/affiliate-payouts/:id/${action}`,
      methods: ["POST"],
      middlewares: [validateAndTransformBody(AdminPayoutAction), answersPayout],
    })
  ),
  {
    matcher: "/admin/affiliate-payouts/:id/mark-paid",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminMarkPayoutPaid), answersPayout],
  },
  {
    matcher: "/admin/affiliate-payouts/:id/reverse",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminReversePayout), answersPayout],
  },
]
