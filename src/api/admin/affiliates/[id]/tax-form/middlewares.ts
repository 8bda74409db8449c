import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { AdminRevealTaxNumbers, AdminSetBackupWithholding } from "./validators"

export const adminAffiliateTaxFormMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliates/:id/tax-form/reveal",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminRevealTaxNumbers)],
  },
  {
    matcher: "/admin/affiliates/:id/backup-withholding",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminSetBackupWithholding)],
  },
]
