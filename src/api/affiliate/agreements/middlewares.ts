import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { AcceptAgreement, ListAgreementsParams } from "./validators"

export const affiliateAgreementsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/agreements",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(ListAgreementsParams, {
        isList: true,
      }),
    ],
  },
  {
    matcher: "/affiliate/agreements/:version/accept",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AcceptAgreement)],
  },
]
