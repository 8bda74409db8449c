import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { AdminImportAffiliates } from "../import/validators"
import { AdminExportAffiliatesParams } from "../validators"
import { AdminReviewAffiliates } from "./validators"

/** More than a thousand lines. */
const FILE_MAX = "4mb"

/** What is done with many affiliates at once. */
export const adminAffiliatesBatchMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliates/batch",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminReviewAffiliates)],
  },
  {
    matcher: "/admin/affiliates/import",
    methods: ["POST"],
    bodyParser: { sizeLimit: FILE_MAX },
    middlewares: [validateAndTransformBody(AdminImportAffiliates)],
  },
  {
    matcher: "/admin/affiliates/export",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminExportAffiliatesParams, {})],
  },
]
