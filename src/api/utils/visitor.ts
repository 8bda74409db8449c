import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto"

import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isbot } from "isbot"

import { networkOf } from "./limit-by-address"

/** Set by the server, first-party: browsers cut what scripts set to days. */
export const CLICK_COOKIE = "aff_click"

const KEY_BYTES = 32
const VISITOR_BYTES = 16
const SIGNATURE_BYTES = 16
const DAY_MS = 24 * 60 * 60 * 1000
const SIGNED = /^([\w-]{1,64})\.([\w-]{1,1100})\.([\w-]{22})$/

/** What the cookie remembers. */
export interface RememberedVisit {
  click_id: string
  visitor_id: string
}

let derived: { secret: string; key: Buffer } | null = null

const keyOf = (req: MedusaRequest): Buffer => {
  const { cookieSecret, jwtSecret } = req.scope.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig.http
  const secret = String(cookieSecret ?? jwtSecret ?? "")
  if (derived?.secret !== secret) {
    const key = hkdfSync(
      "sha256",
      secret,
      "",
      "medusa-plugin-affiliate click cookie",
      KEY_BYTES
    )
    derived = { secret, key: Buffer.from(key) }
  }
  return derived!.key
}

const sign = (key: Buffer, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest().subarray(0, SIGNATURE_BYTES)

/** What the visitor's cookie remembers; `null` without one, or one that we did not write. */
export const rememberedVisit = (req: MedusaRequest): RememberedVisit | null => {
  const { cookie } = req.headers
  const value = cookie
    ?.split(/; */)
    .find((part) => part.startsWith(`${CLICK_COOKIE}=`))
    ?.slice(CLICK_COOKIE.length + 1)
  const [, click_id, visitor, signature] = SIGNED.exec(value ?? "") ?? []
  if (!signature) {
    return null
  }
  const expected = sign(keyOf(req), `${click_id}.${visitor}`)
  const given = Buffer.from(signature, "base64url")
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? { click_id, visitor_id: Buffer.from(visitor, "base64url").toString() }
    : null
}

/** Remembers the visit in the visitor's browser, out of reach of scripts. */
export const rememberVisit = (
  req: MedusaRequest,
  res: MedusaResponse,
  visit: RememberedVisit,
  { days, domain }: { days: number; domain: string | undefined }
): void => {
  const visitor = Buffer.from(visit.visitor_id).toString("base64url")
  const text = `${visit.click_id}.${visitor}`
  const signature = sign(keyOf(req), text).toString("base64url")
  res.cookie(CLICK_COOKIE, `${text}.${signature}`, {
    httpOnly: true,
    sameSite: "lax",
    secure: req.secure,
    maxAge: days * DAY_MS,
    path: "/",
    ...(domain ? { domain } : {}),
  })
}

/**
 * Whether the visitor may be remembered: not against Global Privacy Control or
 * their own no, and, where the store asks first, not without their yes.
 *
 * @param consent what the visitor said, as far as the storefront knows
 */
export const mayRemember = (
  req: MedusaRequest,
  consent: boolean | undefined,
  require_consent: boolean | undefined
): boolean =>
  req.get("sec-gpc") !== "1" &&
  consent !== false &&
  (consent === true || !require_consent)

/** Who a visitor is, as far as that may be kept. */
export interface Visitor {
  /** Kept with the click and in the cookie; `null` = nothing may be kept. */
  visitor_id: string | null
  /** What repeated visits are told by; hashed, never stored. */
  told_apart_by: string
  /** The same, unless the visitor is given an id with this visit. */
  told_apart_later_by: string
}

/**
 * @param remembers whether the visitor may be remembered
 * @param given what the storefront knows the visitor by
 */
export const visitorOf = (
  req: MedusaRequest,
  remembers: boolean,
  given: string | undefined
): Visitor => {
  const known = remembers ? (given ?? rememberedVisit(req)?.visitor_id) : null
  if (known) {
    const by = `id ${known}`
    return { visitor_id: known, told_apart_by: by, told_apart_later_by: by }
  }
  const by = `at ${networkOf(req.ip ?? "")} ${req.get("user-agent") ?? ""}`
  if (!remembers) {
    return { visitor_id: null, told_apart_by: by, told_apart_later_by: by }
  }
  const visitor_id = randomBytes(VISITOR_BYTES).toString("base64url")
  return {
    visitor_id,
    told_apart_by: by,
    told_apart_later_by: `id ${visitor_id}`,
  }
}

/** Browsers say when they only look ahead, each in another header. */
const isPrefetch = (req: MedusaRequest): boolean =>
  ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((header) =>
    /prefetch|preview|prerender/i.test(req.get(header) ?? "")
  )

/** Why a visit is not counted, whoever it is of; `null` = it may be. */
export const skippedBecause = (
  req: MedusaRequest
): "bot" | "prefetch" | null => {
  const userAgent = req.get("user-agent")
  // Browsers say who they are; what does not is a program.
  if (!userAgent || isbot(userAgent)) {
    return "bot"
  }
  return isPrefetch(req) ? "prefetch" : null
}
