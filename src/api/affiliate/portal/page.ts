import { escapeHtml } from "../../../modules/affiliate/domain/escape-html"
import { PortalOptions } from "../../../modules/affiliate/options"

/** Where the page's own words are filled in; `src/portal/index.html` has each once. */
const BASE = "<!-- base -->"
const CONFIG = "<!-- config -->"
const TITLE = /<title>[^<]*<\/title>/

/** Where the portal begins, seen from an address in it: right behind any proxy, whatever it puts in front. */
const rootSeenFrom = (path: string): string => {
  const depth = path.split("/").length - 2
  return depth < 0 ? "portal/" : "../".repeat(depth) || "./"
}

/**
 * The page for an address in the portal: with where the portal begins, and the store's brand as data. Nothing in it is
 * run, so that it needs no exception from a content security policy.
 *
 * @param path behind `/affiliate/portal`, as it was asked for; empty without a slash
 */
export const renderPage = (
  page: string,
  path: string,
  brand: PortalOptions
): string =>
  page
    .replace(BASE, () => `<base href="${rootSeenFrom(path)}">`)
    .replace(
      CONFIG,
      () =>
        `<script type="application/json" id="portal-config">${JSON.stringify(
          brand
        ).replace(/</g, "\\u003c")}</script>`
    )
    .replace(TITLE, (title) =>
      brand.name ? `<title>${escapeHtml(brand.name)}</title>` : title
    )

/**
 * What the page may do: run its own files and ask its own server, show pictures of anywhere (a logo, creatives), and be
 * in nobody's frame. Styles may be inline, because the components set some when a dialog opens.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' http: https: data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ")
