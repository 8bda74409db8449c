import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { AdminListTierChangesParams } from "./validators"

const fields = [
  "id",
  "affiliate_id",
  "program_id",
  "from_tier_id",
  "to_tier_id",
  "by",
  "figures",
  "at",
  "announced_at",
  "notified_at",
]

export const adminAffiliateTierChangesMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliates/:id/tier-changes",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(AdminListTierChangesParams, {
        entity: "affiliate_tier_change",
        defaults: fields,
        allowed: [...fields, "created_at"],
        isList: true,
      }),
    ],
  },
]
