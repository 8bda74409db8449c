import {
  authenticate,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import { ahead } from "../utils/ahead"
import { storeOriginsCors } from "../utils/cors"
import { followLink } from "./r/follow-link"
import { AffiliateRegister, AffiliateUpdateProfile } from "./validators"

const affiliateOnly = authenticate("affiliate", ["bearer", "session"])

/** Relative to `/affiliate`: whoever registers is nobody yet, and whoever follows a link stays so. */
const OPEN = /^\/(register|r\/[^/]*)\/?$/

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
    // Without methods, so that it comes ahead of all routes; HEAD asks where it leads, and gets no answer of its own.
    matcher: "/affiliate/r",
    middlewares: [ahead("GET", followLink)],
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
