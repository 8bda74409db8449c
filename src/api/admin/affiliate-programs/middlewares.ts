import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import {
  listAdminProgramsConfig,
  retrieveAdminProgramConfig,
} from "./query-config"
import {
  AdminCreateProgram,
  AdminGetProgramParams,
  AdminListProgramsParams,
  AdminUpdateProgram,
} from "./validators"

const answersProgram = validateAndTransformQuery(
  AdminGetProgramParams,
  retrieveAdminProgramConfig
)

export const adminAffiliateProgramsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/affiliate-programs",
    methods: ["GET"],
    middlewares: [
      validateAndTransformQuery(
        AdminListProgramsParams,
        listAdminProgramsConfig
      ),
    ],
  },
  {
    matcher: "/admin/affiliate-programs",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminCreateProgram), answersProgram],
  },
  {
    matcher: "/admin/affiliate-programs/:id",
    methods: ["GET"],
    middlewares: [answersProgram],
  },
  {
    matcher: "/admin/affiliate-programs/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminUpdateProgram), answersProgram],
  },
]
