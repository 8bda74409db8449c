import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { noSuchLink } from "../../utils/no-such-link"

/** What a person sees who follows a link that leads nowhere. */
const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>This link leads nowhere</title>
  <style>
    :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
    body { display: grid; min-height: 100vh; margin: 0; place-content: center; padding: 1rem; text-align: center }
  </style>
  <h1>This link leads nowhere</h1>
  <p>It may have been withdrawn, or a letter of it is missing.</p>
</html>
`

/** 404, in words for a person, as an error for a program. */
export const answerNoSuchLink = (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
  slug: string
): void => {
  res.setHeader("Cache-Control", "no-store")
  if (req.accepts(["json", "html"]) !== "html") {
    next(noSuchLink(slug))
    return
  }
  res.setHeader(
    "Content-Security-Policy",
    "default-src 'none'; style-src 'unsafe-inline'"
  )
  res.status(404).type("html").send(PAGE)
}
