import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { AddIdentityDocument, BODY_SIZE_MAX } from "./validators"

export const affiliateIdentityMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/identity/documents",
    methods: ["POST"],
    bodyParser: { sizeLimit: BODY_SIZE_MAX },
    middlewares: [validateAndTransformBody(AddIdentityDocument)],
  },
]
