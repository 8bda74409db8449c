import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { publicInvitation, publicProgram } from "../../utils/public-program"
import { PortalAsset, PortalFiles, portalFiles } from "./files"
import { CONTENT_SECURITY_POLICY, renderPage } from "./page"

const ASSET = /^\/assets\/([\w.-]+)$/
const WORD_LENGTH_MAX = 200
const YEAR_SECONDS = 31_536_000

const wordOf = (value: unknown): string | undefined =>
  typeof value === "string" && value && value.length <= WORD_LENGTH_MAX
    ? value
    : undefined

const sendAsset = (
  req: MedusaRequest,
  res: MedusaResponse,
  { type, plain, zipped }: PortalAsset
): void => {
  res.setHeader("Content-Type", type)
  res.setHeader("Cache-Control", `public, max-age=${YEAR_SECONDS}, immutable`)
  res.setHeader("X-Content-Type-Options", "nosniff")
  if (zipped) {
    res.vary("Accept-Encoding")
    if (req.acceptsEncodings("gzip")) {
      res.setHeader("Content-Encoding", "gzip")
      res.end(zipped)
      return
    }
  }
  res.end(plain)
}

const sendPage = (
  req: MedusaRequest,
  res: MedusaResponse,
  { page }: PortalFiles
): void => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const [address] = req.originalUrl.split("?")
  // Express makes a slash of nothing, and takes addresses in any letter case.
  const path = /\/portal$/i.test(address) ? "" : req.path
  res.setHeader("Content-Type", "text/html; charset=utf-8")
  res.setHeader("Cache-Control", "no-cache")
  res.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
  res.setHeader("Referrer-Policy", "same-origin")
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.end(renderPage(page, path, service.portalOptions()))
}

const notFound = (path: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `There is nothing at ${path}`)

/** What the pages before the login need to know; the store's own routes for it want a publishable key. */
const facts: Record<string, (req: MedusaRequest) => Promise<object>> = {
  "/program.json": async (req) => ({
    affiliate_program: await publicProgram(req.scope, wordOf(req.query.handle)),
  }),
  "/invitation.json": async (req) => ({
    affiliate_invitation: await publicInvitation(
      req.scope,
      wordOf(req.query.token) ?? ""
    ),
  }),
}

/**
 * Serves the affiliate's page to whoever comes: the page itself for every address in it, because the page finds its
 * way by the address; its assets; and what it shows before somebody has logged in.
 */
export const servePortal = async (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  if (req.method !== "GET" && req.method !== "HEAD") {
    next(notFound(req.originalUrl))
    return
  }
  try {
    if (Object.hasOwn(facts, req.path)) {
      res.setHeader("Cache-Control", "no-store")
      res.json(await facts[req.path](req))
      return
    }
    const files = portalFiles()
    if (!files) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        "The portal is not built: npm run build:portal"
      )
    }
    if (!req.path.startsWith("/assets/")) {
      sendPage(req, res, files)
      return
    }
    const asset = files.assets.get(ASSET.exec(req.path)?.[1] ?? "")
    if (!asset) {
      throw notFound(req.originalUrl)
    }
    sendAsset(req, res, asset)
  } catch (error) {
    next(error)
  }
}
