import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  parseCorsOrigins,
} from "@medusajs/framework/utils"

const METHODS = "GET,POST,DELETE"
const PREFLIGHT_SECONDS = "600"

const allows = (origins: (string | RegExp)[], origin: string): boolean =>
  origins.some((allowed) =>
    typeof allowed === "string" ? allowed === origin : allowed.test(origin)
  )

/**
 * Lets pages of the store's own hosts (`storeCors` and `authCors`) call a route from a browser.
 * Medusa does so for its own prefixes only. Others get no header, and their browser keeps the answer
 * from them.
 */
export const storeOriginsCors = (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  const { http } = req.scope.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  const { origin } = req.headers
  res.vary("Origin")
  if (
    origin &&
    allows(parseCorsOrigins(`${http.storeCors},${http.authCors}`), origin)
  ) {
    res.setHeader("Access-Control-Allow-Origin", origin)
    res.setHeader("Access-Control-Allow-Credentials", "true")
  }
  if (req.method !== "OPTIONS") {
    next()
    return
  }
  res.setHeader("Access-Control-Allow-Methods", METHODS)
  res.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS)
  const wanted = req.headers["access-control-request-headers"]
  if (wanted) {
    res.vary("Access-Control-Request-Headers")
    res.setHeader("Access-Control-Allow-Headers", wanted)
  }
  res.status(204).end()
}
