import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import {
  listAdminInvitationsConfig,
  retrieveAdminInvitationConfig,
} from "./query-config"
import {
  AdminGetInvitationParams,
  AdminInvite,
  AdminListInvitationsParams,
  AdminResendInvitation,
} from "./validators"

/** More than 500 people with all their fields. */
const BODY_MAX = "2mb"

export const adminAffiliateInvitationsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-invitations",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListInvitationsParams,
        listAdminInvitationsConfig
      ),
    ],
  },
  {
    matcher: "/admin/affiliate-invitations",
    methods: ["POST"],
    bodyParser: { sizeLimit: BODY_MAX },
    middlewares: [validateAndTransformBody(AdminInvite)],
  },
  {
    matcher: "/admin/affiliate-invitations/:id",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminGetInvitationParams,
        retrieveAdminInvitationConfig
      ),
    ],
  },
  {
    matcher: "/admin/affiliate-invitations/:id/resend",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminResendInvitation)],
  },
  {
    matcher: "/admin/affiliates/:id/invite",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminResendInvitation)],
  },
]
