import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listAdminAffiliateOrdersConfig } from "./query-config"
import {
  AdminAttributeOrder,
  AdminListAffiliateOrdersParams,
  AdminReconcileOrder,
} from "./validators"

export const adminAffiliateOrdersMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-orders",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListAffiliateOrdersParams,
        listAdminAffiliateOrdersConfig
      ),
    ],
  },
  {
    matcher: "/admin/affiliate-orders/:order_id/reconcile",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminReconcileOrder)],
  },
  {
    matcher: "/admin/affiliate-orders/:order_id/attribute",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminAttributeOrder)],
  },
]
