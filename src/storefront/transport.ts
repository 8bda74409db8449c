import { AffiliateError } from "./error"

/** A store by its address. */
export interface PlainBackend {
  /** Where Medusa listens, such as `https://api.shop.example`. */
  baseUrl: string
  publishableKey: string
}

/** What the kit uses of `@medusajs/js-sdk`: its instance fits. */
export interface SdkBackend {
  client: {
    fetch: <Answer>(
      path: string,
      init?: {
        method?: string
        body?: Record<string, unknown>
        query?: Record<string, unknown>
        headers?: Record<string, string>
      }
    ) => Promise<Answer>
  }
}

export type Backend = PlainBackend | SdkBackend

export interface Ask {
  method?: "GET" | "POST" | "DELETE"
  body?: object
  headers?: Record<string, string>
  /** Goes without a key and as plain text: browsers send that to another host without asking it first. */
  open?: boolean
}

/** Asks the store, and answers what it said; throws an `AffiliateError`. */
export type Send = <Answer>(path: string, ask?: Ask) => Promise<Answer>

/**
 * A store reached by `fetch`, with cookies: the server's own remembers the visitor best.
 *
 * @param baseUrl without a slash at its end
 */
export const plainSend =
  ({ baseUrl, publishableKey }: PlainBackend): Send =>
  async <Answer>(path: string, { method, body, headers, open }: Ask = {}) => {
    const response = await fetch(baseUrl + path, {
      method,
      credentials: "include",
      // The visitor may be on their way to the next page already.
      keepalive: true,
      headers: open
        ? headers
        : {
            "content-type": "application/json",
            "x-publishable-api-key": publishableKey,
            ...headers,
          },
      body: body && JSON.stringify(body),
    }).catch((cause: unknown) => {
      throw new AffiliateError("no answer", undefined, cause)
    })
    const said = await response.json().catch(() => ({}))
    if (!response.ok) {
      throw new AffiliateError(said.message, response.status)
    }
    return said as Answer
  }

/** A store reached by Medusa's SDK, with its session, token and headers. */
export const sdkSend =
  ({ client }: SdkBackend): Send =>
  async <Answer>(path: string, { method, body, headers }: Ask = {}) => {
    try {
      return await client.fetch<Answer>(path, {
        method,
        body: body && { ...body },
        headers,
      })
    } catch (cause) {
      const { message, status } = cause as { message?: string; status?: number }
      throw new AffiliateError(message ?? path, status, cause)
    }
  }
