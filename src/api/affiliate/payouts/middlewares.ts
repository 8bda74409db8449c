import {
  authenticate,
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listPayoutsConfig, retrievePayoutConfig } from "./query-config"
import { CancelPayout, GetPayoutParams, ListPayoutsParams, RequestPayout } from "./validators"

const affiliateOnly = authenticate("affiliate", ["session", "bearer"])
const answersPayout = validateAndTransformQuery(GetPayoutParams, retrievePayoutConfig)

export const affiliatePayoutsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/payouts",
    methods: ["GET"],
    middlewares: [affiliateOnly, validateAndTransformQuery(ListPayoutsParams, listPayoutsConfig)],
  },
  {
    matcher: "/affiliate/payouts",
    methods: ["POST"],
    middlewares: [affiliateOnly, validateAndTransformBody(RequestPayout), answersPayout],
  },
  {
    matcher: "/affiliate/payouts/summary",
    methods: ["GET"],
    middlewares: [affiliateOnly],
  },
  {
    matcher: "/affiliate/payouts/:id",
    methods: ["GET"],
    middlewares: [affiliateOnly, answersPayout],
  },
  {
    matcher: "/affiliate/payouts/:id/cancel",
    methods: ["POST"],
    middlewares: [affiliateOnly, validateAndTransformBody(CancelPayout), answersPayout],
  },
]
