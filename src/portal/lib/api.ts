import { portalRoot, storeRoot } from "./config"
import { keepToken, readToken } from "./session"

/** What the store refused, in its own words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly type?: string
  ) {
    super(message)
  }
}

type Query = Record<string, string | number | boolean | undefined | null>
type Options = {
  method?: "GET" | "POST" | "DELETE"
  query?: Query
  body?: unknown
  /** Another token than the login's: one that registers, or sets a new password. */
  token?: string
}

const addressOf = (base: URL, path: string, query: Query = {}): URL => {
  const url = new URL(path.replace(/^\//, ""), base)
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "")
      url.searchParams.set(name, String(value))
  return url
}

async function send(
  url: URL,
  { method = "GET", body, token }: Options
): Promise<Response> {
  const own = token ?? readToken()
  const response = await fetch(url, {
    method,
    credentials: "omit",
    headers: {
      ...(own ? { authorization: `Bearer ${own}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (response.ok) return response
  // The login is over; the guard of the pages then shows the way in.
  if (response.status === 401 && !token && readToken()) keepToken(null)
  const said = (await response.json().catch(() => ({}))) as {
    message?: string
    type?: string
  }
  throw new ApiError(
    response.status,
    said.message ?? response.statusText,
    said.type
  )
}

/** Asks one of the store's routes. */
export async function api<Answer>(
  path: string,
  options: Options = {}
): Promise<Answer> {
  const response = await send(
    addressOf(storeRoot, path, options.query),
    options
  )
  // Medusa answers some things with a word alone, as `Created`.
  const isJson = response.headers.get("content-type")?.includes("json")
  return (isJson ? await response.json() : undefined) as Answer
}

/** What is shown to people who have not logged in. */
export async function publicFact<Answer>(
  path: string,
  query?: Query
): Promise<Answer> {
  const response = await send(addressOf(portalRoot, path, query), {})
  return (await response.json()) as Answer
}

/** A file of the store, which only a login may read. */
export async function file(path: string, query?: Query): Promise<Blob> {
  const response = await send(addressOf(storeRoot, path, query), {})
  return await response.blob()
}

/** Hands a file to the browser to save. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
