import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { PayoutDocumentParams } from "../../utils/payout-document-params"
import { listPayoutsConfig, retrievePayoutConfig } from "./query-config"
import {
  CancelPayout,
  GetPayoutParams,
  ListPayoutsParams,
  RequestPayout,
} from "./validators"

const answersPayout = validateAndTransformQuery(
  GetPayoutParams,
  retrievePayoutConfig
)

export const affiliatePayoutsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/payouts",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(ListPayoutsParams, listPayoutsConfig),
    ],
  },
  {
    matcher: "/affiliate/payouts",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(RequestPayout), answersPayout],
  },
  {
    matcher: "/affiliate/payouts/:id/document",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(PayoutDocumentParams, {})],
  },
  {
    matcher: "/affiliate/payouts/:id",
    methods: ["GET"],
    middlewares: [answersPayout],
  },
  {
    matcher: "/affiliate/payouts/:id/cancel",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CancelPayout), answersPayout],
  },
]
