import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { GetStatementParams } from "./validators"

export const affiliateStatementMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/statement",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(GetStatementParams, {})],
  },
]
