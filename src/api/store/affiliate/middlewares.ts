import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { limitByAddress } from "../../utils/limit-by-address"
import { StoreRecordClick } from "./clicks/validators"
import { StoreGetProgramParams } from "./program/validators"

/** A storefront that renders on a server sends every visitor's click from there. */
const CLICKS_PER_MINUTE_MAX = 300

export const storeAffiliateMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/affiliate/clicks",
    methods: ["POST"],
    middlewares: [
      limitByAddress(CLICKS_PER_MINUTE_MAX),
      validateAndTransformBody(StoreRecordClick),
    ],
  },
  {
    matcher: "/store/affiliate/program",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(StoreGetProgramParams, {})],
  },
]
