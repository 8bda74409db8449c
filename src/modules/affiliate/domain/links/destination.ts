/** Signs that a browser reads otherwise than a parser of addresses does. */
const TREACHEROUS = /[\\\p{Cc}\p{Cf}\s]/u

/**
 * Where a link may lead: an address of the web, on an allowed host, that no
 * browser reads otherwise than we do.
 *
 * @param hosts as in `URL.host`, like `shop.example` or `localhost:8000`
 * @returns the address as browsers write it; `null` = not allowed
 */
export const allowedDestination = (
  address: string,
  hosts: readonly string[]
): URL | null => {
  if (TREACHEROUS.test(address) || !/^https?:\/\//i.test(address)) {
    return null
  }
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return null
  }
  return url.username || url.password || !hosts.includes(url.host) ? null : url
}

/**
 * The hosts of a list of origins as Medusa takes them: separated by commas.
 * Patterns are left out: they name no host.
 */
export const hostsOfOrigins = (origins: string): string[] => [
  ...new Set(
    origins.split(",").flatMap((origin) => {
      try {
        const { host, protocol } = new URL(origin.trim())
        return host && /^https?:$/.test(protocol) ? [host] : []
      } catch {
        return []
      }
    })
  ),
]

/**
 * Where a visitor is sent: the destination with whose code and which click it
 * was. What the destination says itself of campaigns stays.
 */
export const redirectTarget = (
  destination: URL,
  visit: {
    ref: string | null
    click_id: string | null
    utm: Record<string, string>
  }
): string => {
  const url = new URL(destination)
  for (const [name, value] of Object.entries(visit.utm)) {
    if (!url.searchParams.has(name)) {
      url.searchParams.set(name, value)
    }
  }
  if (visit.ref) {
    url.searchParams.set("ref", visit.ref)
  }
  if (visit.click_id) {
    url.searchParams.set("aff_click", visit.click_id)
  }
  return url.href
}
