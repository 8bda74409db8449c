import {
  authenticate,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { storeOriginsCors } from "../utils/cors"
import { AffiliateRegister, AffiliateUpdateProfile } from "./validators"

const affiliateOnly = authenticate("affiliate", ["bearer", "session"])

/** Relative to `/affiliate`: whoever registers is nobody yet. */
const OPEN = /^\/register\/?$/

/** Every route below `/affiliate` is an affiliate's, also one that somebody forgets to guard. */
const affiliateOnlyUnlessOpen = (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) => (OPEN.test(req.path) ? next() : affiliateOnly(req, res, next))

export const affiliateMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/affiliate",
    middlewares: [storeOriginsCors, affiliateOnlyUnlessOpen],
  },
  {
    matcher: "/affiliate/register",
    methods: ["POST"],
    middlewares: [
      authenticate("affiliate", ["bearer", "session"], {
        allowUnregistered: true,
      }),
      validateAndTransformBody(AffiliateRegister),
    ],
  },
  {
    matcher: "/affiliate/profile",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AffiliateUpdateProfile)],
  },
]
