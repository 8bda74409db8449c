import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listCreativesConfig } from "./query-config"
import { ListCreativesParams } from "./validators"

export const affiliateCreativesMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/creatives",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(ListCreativesParams, listCreativesConfig),
    ],
  },
]
