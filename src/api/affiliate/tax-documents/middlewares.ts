import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listTaxDocumentsConfig } from "./query-config"
import { ListTaxDocumentsParams } from "./validators"

export const affiliateTaxDocumentsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/tax-documents",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(ListTaxDocumentsParams, listTaxDocumentsConfig),
    ],
  },
]
