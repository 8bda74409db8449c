/** What a server answers is only known to whoever asked; name the type at the call where it matters. */
// eslint-disable-next-line no-restricted-syntax
export type Json = any

/** An answer as it came: a refusal is an answer too. */
export type Answer<Body> = {
  method: string
  path: string
  status: number
  body: Body
}

/** A client of one server for one caller. It never throws for a status; see {@link ok}. */
export type Api = {
  readonly baseUrl: string
  readonly headers: Readonly<Record<string, string>>
  get: <Body = Json>(path: string, query?: Query) => Promise<Answer<Body>>
  post: <Body = Json>(
    path: string,
    body?: unknown,
    query?: Query
  ) => Promise<Answer<Body>>
  delete: <Body = Json>(path: string, body?: unknown) => Promise<Answer<Body>>
  /** The same server with further headers. */
  with: (headers: Record<string, string>) => Api
  /** The same server for the bearer of a token. */
  as: (token: string) => Api
}

/** Values of a query string; a list becomes `key[]=a&key[]=b`. */
export type Query = Record<string, string | number | boolean | string[]>

/** How long a server may take to answer, in milliseconds; one that takes longer hangs. */
const ANSWER_MS_MAX = 120_000

/** A client of the server at an address, such as `http://localhost:9000`. */
export function createApi(
  baseUrl: string,
  headers: Record<string, string> = {}
): Api {
  async function send<Body>(
    method: string,
    path: string,
    body?: unknown,
    query: Query = {}
  ): Promise<Answer<Body>> {
    const response = await fetch(address(baseUrl, path, query), {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    }).catch((cause: unknown) => {
      throw new Error(`${method} ${path} was not answered`, { cause })
    })
    const text = await response.text()
    return { method, path, status: response.status, body: parse(text) }
  }
  return {
    baseUrl,
    headers,
    get: (path, query) => send("GET", path, undefined, query),
    // Medusa's routes with an empty body still want JSON.
    post: (path, body = {}, query) => send("POST", path, body, query),
    delete: (path, body) => send("DELETE", path, body),
    with: (more) => createApi(baseUrl, { ...headers, ...more }),
    as: (token) =>
      createApi(baseUrl, { ...headers, authorization: `Bearer ${token}` }),
  }
}

/**
 * The body of an answer that was asked for in good faith.
 *
 * @throws when the server refused, with what it said
 */
export function ok<Body>({ method, path, status, body }: Answer<Body>): Body {
  if (status >= 200 && status < 300) return body
  throw new Error(
    `${method} ${path} answered ${status}: ${JSON.stringify(body)}`
  )
}

function address(baseUrl: string, path: string, query: Query): URL {
  const url = new URL(path, baseUrl)
  for (const [key, value] of Object.entries(query)) {
    if (Array.isArray(value))
      value.forEach((one) => url.searchParams.append(`${key}[]`, one))
    else url.searchParams.set(key, String(value))
  }
  return url
}

function parse(text: string): Json {
  try {
    return text === "" ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}
