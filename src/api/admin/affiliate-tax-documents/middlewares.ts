import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listAdminTaxDocumentsConfig } from "./query-config"
import { AdminListTaxDocumentsParams } from "./validators"

export const adminAffiliateTaxDocumentsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-tax-documents",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListTaxDocumentsParams,
        listAdminTaxDocumentsConfig
      ),
    ],
  },
]
