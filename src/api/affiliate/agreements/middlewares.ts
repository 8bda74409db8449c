import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listAgreementsConfig } from "./query-config"
import { AcceptAgreement, ListAgreementsParams } from "./validators"

export const affiliateAgreementsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/agreements",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(ListAgreementsParams, listAgreementsConfig),
    ],
  },
  {
    matcher: "/affiliate/agreements/:version/accept",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AcceptAgreement)],
  },
]
