import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { KnownTargets } from "../../../modules/affiliate/clicks/known-targets"
import {
  allowedDestination,
  redirectTarget,
} from "../../../modules/affiliate/domain/links/destination"
import {
  SLUG_RULE,
  slugKey,
} from "../../../modules/affiliate/domain/links/slug"
import { fillUtm } from "../../../modules/affiliate/domain/links/utm"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import {
  FollowedLink,
  WrittenVisit,
} from "../../../modules/affiliate/sql/clicks"
import { AddressLimit, answerTooMany } from "../../utils/limit-by-address"
import { clicksPerMinuteMax } from "../../store/affiliate/clicks/steps"
import { allowedHosts } from "../../utils/allowed-hosts"
import {
  mayRemember,
  rememberVisit,
  skippedBecause,
  Visitor,
  visitorOf,
} from "../../utils/visitor"
import { answerNoSuchLink } from "./no-such-page"

const WORD_LENGTH_MAX = 200
const ADDRESS_LENGTH_MAX = 2048

const known = new KnownTargets()
const limit = new AddressLimit(clicksPerMinuteMax)

/** A word of the address; one that is given several times, or too long, is none. */
const wordOf = (value: unknown): string | null => {
  const word = typeof value === "string" ? value.trim() : ""
  return word && word.length <= WORD_LENGTH_MAX && !word.includes("\u0000")
    ? word
    : null
}

/** Where the link leads, without saying who followed it; `null` = to a host that is not allowed. */
const targetOf = (
  req: MedusaRequest,
  link: FollowedLink,
  visit: { click_id: string | null; sub_id: string | null }
): string | null => {
  const destination = allowedDestination(
    link.destination_url,
    allowedHosts(req.scope)
  )
  return (
    destination &&
    redirectTarget(destination, {
      ref: link.code,
      click_id: visit.click_id,
      utm: fillUtm(link.utm_template, link.utm, {
        affiliate: link.affiliate_name,
        code: link.code,
        link: link.slug,
        campaign: link.campaign,
        sub_id: visit.sub_id ?? link.sub_id,
      }),
    })
  )
}

const record = async (
  req: MedusaRequest,
  visit: {
    slug: string
    visitor: Visitor
    remembers: boolean
    sub_id: string | null
  }
): Promise<WrittenVisit | null> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  return service.recordVisit({
    ...visit.visitor,
    link: visit.slug,
    sub_id: visit.sub_id,
    landing_url: null,
    referrer:
      (visit.remembers && req.get("referer")?.slice(0, ADDRESS_LENGTH_MAX)) ||
      null,
    skipped: skippedBecause(req),
  })
}

const send = (res: MedusaResponse, target: string): void => {
  // Each visit is a click of its own: nothing between here and the browser may answer in our place.
  res.setHeader("Cache-Control", "no-store")
  res.setHeader("Referrer-Policy", "no-referrer-when-downgrade")
  res.redirect(302, target)
}

/**
 * Sends a visitor where the link leads, after the visit is written down. Who
 * comes more often than an address may, or when nothing can be written, is sent
 * on all the same, uncounted.
 */
export const followLink = async (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const slug = decoded(req.path.slice(1).replace(/\/$/, ""))
  const key = slugKey(slug)
  if (!SLUG_RULE.test(key)) {
    answerNoSuchLink(req, res, next, slug)
    return
  }
  const { require_consent, cookie_domain } = req.scope
    .resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    .clickOptions()
  const remembers = mayRemember(req, undefined, require_consent)
  const visitor = visitorOf(req, remembers, undefined)
  const sub_id = wordOf(req.query.sub_id)
  const target = known.find(key)
  const refusal = await limit.refuse(req)
  if (refusal) {
    if (target) {
      send(res, target)
    } else {
      answerTooMany(res, refusal)
    }
    return
  }
  let written: WrittenVisit | null
  try {
    written = await record(req, { slug, visitor, remembers, sub_id })
  } catch (error) {
    if (target) {
      send(res, target)
    } else {
      next(error)
    }
    return
  }
  const link = written?.link
  const place =
    written && link && targetOf(req, link, { click_id: written.id, sub_id })
  if (!written || !link || !place) {
    known.forget(key)
    answerNoSuchLink(req, res, next, slug)
    return
  }
  known.remember(
    key,
    targetOf(req, link, { click_id: null, sub_id: null }) ?? place
  )
  const { attribution_window_days: days } = written
  if (visitor.visitor_id && days > 0) {
    rememberVisit(
      req,
      res,
      { click_id: written.id, visitor_id: visitor.visitor_id },
      { days, domain: cookie_domain }
    )
  }
  send(res, place)
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
