import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { AdminEraseAffiliate, AdminEraseCustomer } from "./validators"

/** What is kept of people, and how it is erased: affiliates and customers alike. */
export const adminAffiliatePrivacyMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliates/:id/erase",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminEraseAffiliate)],
  },
  {
    matcher: "/admin/affiliate-customers/:customer_id/erase",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminEraseCustomer)],
  },
]
