import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../../modules/affiliate"
import type AffiliateModuleService from "../../../../modules/affiliate/service"
import { noSuchCode } from "../../../../workflows/codes/steps/find-active-code"
import { answerWhenFull } from "../../../utils/answer-when-full"
import { noSuchLink } from "../../../utils/no-such-link"
import {
  mayRemember,
  rememberVisit,
  skippedBecause,
  visitorOf,
} from "../../../utils/visitor"
import { StoreRecordClickType } from "./validators"

/**
 * Records a visit that an affiliate brought, and remembers it in the visitor's
 * browser where it may. Bots are answered alike and not counted; a visitor who
 * comes again within 24 hours is recorded and not counted again.
 *
 * It is met as a middleware, ahead of all routes; Medusa looks up by the route
 * which origins may call it.
 */
export const POST = async (
  req: MedusaRequest<StoreRecordClickType>,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { code, link, consent, visitor_id, ...visit } = req.validatedBody
  const { require_consent, cookie_domain } = service.clickOptions()
  const remembers = mayRemember(req, consent, require_consent)
  const visitor = visitorOf(req, remembers, visitor_id)
  try {
    const written = await service.recordVisit({
      ...visitor,
      code,
      link,
      sub_id: visit.sub_id ?? null,
      landing_url: (remembers && visit.landing_url) || null,
      referrer: (remembers && visit.referrer) || null,
      skipped: skippedBecause(req),
    })
    if (!written) {
      throw link === undefined ? noSuchCode(code ?? "") : noSuchLink(link)
    }
    const { id, duplicate, attribution_window_days: days } = written
    if (visitor.visitor_id && days > 0) {
      rememberVisit(
        req,
        res,
        { click_id: id, visitor_id: visitor.visitor_id },
        { days, domain: cookie_domain }
      )
    }
    res.status(202).json({
      click: {
        id,
        duplicate,
        visitor_id: visitor.visitor_id,
        attribution_window_days: days,
      },
    })
  } catch (error) {
    answerWhenFull(error, res, next)
  }
}
