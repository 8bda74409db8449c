import type { Api } from "../shop"

export const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"

let addresses = 0

/** A shopper's browser, at an address of its own so that tests do not use up each other's allowance. */
export const browserAt = (
  api: Api,
  headers: Record<string, string> = {}
): Api =>
  api.with({
    "user-agent": BROWSER,
    "x-forwarded-for": `10.0.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}`,
    ...headers,
  })

/** What a browser learns from following a link: where it is sent, and the cookie it is to keep. */
export interface Followed {
  status: number
  location: URL | null
  /** `name=value`, as it is sent back; `null` = none was set. */
  cookie: string | null
  /** With its attributes. */
  set_cookie: string | null
  body: string
}

export async function follow(api: Api, path: string): Promise<Followed> {
  const response = await fetch(new URL(path, api.baseUrl), {
    redirect: "manual",
    headers: api.headers,
  })
  const location = response.headers.get("location")
  const set_cookie = response.headers.get("set-cookie")
  return {
    status: response.status,
    location: location === null ? null : new URL(location),
    cookie: set_cookie?.split(";")[0] ?? null,
    set_cookie,
    body: await response.text(),
  }
}
