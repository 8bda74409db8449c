import { escapeHtml } from "../escape-html"
import { CreativeKind } from "./creative"

/** What is embedded. */
export interface Embedded {
  kind: CreativeKind
  title: string
  text: string | null
  image_url: string | null
  width: number | null
  height: number | null
}

const attributes = (values: Record<string, string | number | null>): string =>
  Object.entries(values)
    .flatMap(([name, value]) =>
      value === null ? [] : `${name}="${escapeHtml(String(value))}"`
    )
    .join(" ")

/**
 * The HTML to put into a page: an image or words that lead to the store. Says
 * that it is paid for (`rel="sponsored"`), as search engines ask for.
 *
 * @param url where it leads
 */
export const embedCodeOf = (creative: Embedded, url: string): string => {
  const { kind, title, text, image_url, width, height } = creative
  const inner =
    kind === "banner"
      ? `<img ${attributes({ src: image_url, width, height, alt: text ?? title })}>`
      : escapeHtml(text ?? title)
  return `<a ${attributes({ href: url, rel: "sponsored noopener", target: "_blank" })}>${inner}</a>`
}

/** A page of the store with an affiliate's code in its address, whatever else is in it. */
export const withCode = (destination_url: string, code: string): string => {
  const url = new URL(destination_url)
  url.searchParams.set("ref", code)
  return url.href
}
