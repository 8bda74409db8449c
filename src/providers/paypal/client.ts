import { MedusaError } from "@medusajs/framework/utils"

import { PayPalGrant, readError, readToken } from "./answers"
import { PayPalSettings } from "./options"
import { PayPalToken, PayPalTokens } from "./token"

/** Far more than any answer about one payment. */
const ANSWER_BYTES_MAX = 1_048_576

export interface PayPalAnswer {
  status: number
  /** Parsed; undefined when it is not JSON. */
  body: unknown
  /** What PayPal's support asks for. */
  debug_id: string | null
}

type Call = {
  method: "GET" | "POST"
  path: string
  body?: string | Uint8Array<ArrayBuffer>
}

/**
 * PayPal over plain HTTP: a request is made once, and once more where its token was refused. It throws when there was
 * no answer; what an answer means is for those who asked.
 */
export class PayPalClient {
  private readonly tokens: PayPalTokens

  constructor(private readonly settings: PayPalSettings) {
    this.tokens = new PayPalTokens(() => this.askForToken())
  }

  get(path: string): Promise<PayPalAnswer> {
    return this.authorized({ method: "GET", path })
  }

  /** @param body JSON, already written: signatures are made over its very bytes */
  post(
    path: string,
    body: string | Uint8Array<ArrayBuffer>
  ): Promise<PayPalAnswer> {
    return this.authorized({ method: "POST", path, body })
  }

  /** @throws when PayPal does not take the keys */
  token(): Promise<PayPalToken> {
    return this.tokens.get()
  }

  private async authorized(call: Call): Promise<PayPalAnswer> {
    const token = await this.tokens.get()
    const answer = await this.fetch(call, this.headers(token))
    if (answer.status !== 401) {
      return answer
    }
    this.tokens.forget(token.value)
    return this.fetch(call, this.headers(await this.tokens.get()))
  }

  private headers({ value }: PayPalToken): Record<string, string> {
    return {
      authorization: `Bearer ${value}`,
      "content-type": "application/json",
    }
  }

  private async askForToken(): Promise<PayPalGrant> {
    const { client_id, client_secret } = this.settings
    const keys = Buffer.from(`${client_id}:${client_secret}`).toString("base64")
    const answer = await this.fetch(
      {
        method: "POST",
        path: "/v1/oauth2/token",
        body: "grant_type=client_credentials",
      },
      {
        authorization: `Basic ${keys}`,
        "content-type": "application/x-www-form-urlencoded",
      }
    )
    if (answer.status === 401) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        "PayPal does not accept the store's client_id and client_secret"
      )
    }
    if (answer.status !== 200) {
      throw unanswered(answer, "give an access token")
    }
    return readToken(answer.body)
  }

  private async fetch(
    { method, path, body }: Call,
    headers: Record<string, string>
  ): Promise<PayPalAnswer> {
    const { api_base, timeout_ms } = this.settings
    try {
      const response = await fetch(`${api_base}${path}`, {
        method,
        body,
        headers: { accept: "application/json", ...headers },
        // Keys and money follow no redirect.
        redirect: "error",
        signal: AbortSignal.timeout(timeout_ms),
      })
      return {
        status: response.status,
        body: parse(await readBounded(response)),
        debug_id: response.headers.get("paypal-debug-id"),
      }
    } catch (error) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `PayPal did not answer ${method} ${path}: ${wordsOf(error, timeout_ms)}`
      )
    }
  }
}

/** An answer after which nothing is certain. */
export const unanswered = (
  { status, body, debug_id }: PayPalAnswer,
  what: string
): MedusaError => {
  const error = readError(body)
  const said = error ? ` ${error.name}: ${error.message}` : ""
  const traced = error?.debug_id ?? debug_id
  return new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `PayPal did not ${what}: it answered ${status}${said}${traced ? ` (debug id ${traced})` : ""}`
  )
}

const readBounded = async ({ body }: Response): Promise<string> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.length
    if (bytes > ANSWER_BYTES_MAX) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `its answer has more than ${ANSWER_BYTES_MAX} bytes`
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const wordsOf = (error: unknown, timeout_ms: number): string => {
  if (!(error instanceof Error)) {
    return String(error)
  }
  if (error.name === "TimeoutError") {
    return `no answer within ${timeout_ms} ms`
  }
  // What broke is in the cause; fetch itself says only that it failed.
  return error.cause instanceof Error ? error.cause.message : error.message
}
