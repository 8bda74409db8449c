import {
  authenticate,
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { StoreApplyAsAffiliate } from "../../affiliate/validators"

export const storeCustomersMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/customers/me/affiliate",
    methods: ["POST"],
    middlewares: [
      authenticate("customer", ["session", "bearer"]),
      validateAndTransformBody(StoreApplyAsAffiliate),
    ],
  },
]
