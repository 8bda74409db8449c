import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { listLinksConfig, retrieveLinkConfig } from "./query-config"
import {
  CreateLink,
  GetLinkParams,
  GetLinkQrParams,
  ListLinksParams,
  UpdateLink,
} from "./validators"

const answersLink = validateAndTransformQuery(GetLinkParams, retrieveLinkConfig)

export const affiliateLinksMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate/links",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListLinksParams, listLinksConfig)],
  },
  {
    matcher: "/affiliate/links",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateLink), answersLink],
  },
  {
    matcher: "/affiliate/links/:id",
    methods: ["GET"],
    middlewares: [answersLink],
  },
  {
    matcher: "/affiliate/links/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateLink), answersLink],
  },
  {
    matcher: "/affiliate/links/:id/qr",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(GetLinkQrParams, {})],
  },
]
