import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

/** In the package; the repository's own store has it there after a build too. */
const BUILT = ".medusa/server/src/storefront/snippet.js"

const CACHE_SECONDS = 3600

const packageRoot = (folder: string): string =>
  existsSync(join(folder, "package.json")) || folder === dirname(folder)
    ? folder
    : packageRoot(dirname(folder))

let snippet: Buffer | null = null

const readSnippet = (): Buffer | null => {
  const path = join(packageRoot(__dirname), BUILT)
  return existsSync(path) ? readFileSync(path) : null
}

/** `GET /affiliate/snippet.js`: the storefront snippet, for a page's `<script src>`. It says nothing about anybody. */
export const sendSnippet = (
  _req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  const code = (snippet ??= readSnippet())
  if (!code) {
    next()
    return
  }
  // Pages of other origins load it, whatever headers the store is given.
  res.setHeader("Cross-Origin-Resource-Policy", "cross-origin")
  res.setHeader("Access-Control-Allow-Origin", "*")
  res.removeHeader("Access-Control-Allow-Credentials")
  res.setHeader("Cache-Control", `public, max-age=${CACHE_SECONDS}`)
  res.type("text/javascript").send(code)
}
