import {
  authenticate,
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { ahead } from "../utils/ahead"
import { clickSteps, limitClicks } from "../store/affiliate/clicks/steps"
import { storeOriginsCors } from "../utils/cors"
import { readPlainJson } from "./clicks/read-plain-json"
import { servePortal } from "./portal/serve-portal"
import { followLink } from "./r/follow-link"
import { sendSnippet } from "./snippet/send-snippet"
import { AffiliateRegister, AffiliateUpdateProfile } from "./validators"

const affiliateOnly = authenticate("affiliate", ["bearer", "session"])

/** Relative to `/affiliate`: whoever registers is nobody yet, who follows a link or loads a file stays so, and the portal logs in. */
const OPEN = /^\/((register|clicks|r\/[^/]*|snippet\.js)\/?|portal(\/.*)?)$/

/** A token outlives a deleted or erased affiliate by up to a day, and must open nothing any more. */
const refuseTheGone = async (
  req: MedusaRequest,
  next: MedusaNextFunction
): Promise<void> => {
  const { auth_context } = req as AuthenticatedMedusaRequest
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const [affiliate] = await service.listAffiliates(
    { id: auth_context.actor_id, erased_at: null },
    { select: ["id"] }
  )
  next(
    affiliate
      ? undefined
      : new MedusaError(
          MedusaError.Types.UNAUTHORIZED,
          "This affiliate is not there any more"
        )
  )
}

/** Every route below `/affiliate` is an affiliate's, also one that somebody forgets to guard. */
const affiliateOnlyUnlessOpen = (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) =>
  OPEN.test(req.path)
    ? next()
    : affiliateOnly(req, res, () => void refuseTheGone(req, next).catch(next))

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
    // The click of a storefront without the publishable key, which costs Medusa more to look up than the click does.
    matcher: "/affiliate/clicks",
    middlewares: [limitClicks, ahead("POST", readPlainJson), ...clickSteps],
  },
  {
    matcher: "/affiliate/portal",
    middlewares: [servePortal],
  },
  {
    matcher: "/affiliate/snippet.js",
    middlewares: [ahead("GET", sendSnippet)],
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
