import type { Clock } from "./clock"
import type { Answer } from "./errors"
import { newId } from "./ids"

export const SCOPES = [
  "https://uri.paypal.com/payments/payouts",
  "https://uri.paypal.com/services/applications/webhooks",
]

/** The store's keys, and the tokens that were given for them. */
export class Tokens {
  /** Of a token, in seconds; PayPal's own last nine hours. */
  expires_in = 32_400
  /** What the app is allowed to do. */
  scopes = [...SCOPES]
  /** How many were given. */
  given = 0
  private readonly valid = new Map<string, number>()

  constructor(
    private readonly clock: Clock,
    readonly client_id: string,
    readonly client_secret: string
  ) {}

  grant(authorization: string | undefined, body: string): Answer {
    const keys = Buffer.from(
      `${this.client_id}:${this.client_secret}`
    ).toString("base64")
    if (authorization !== `Basic ${keys}`) {
      return {
        status: 401,
        body: {
          error: "invalid_client",
          error_description: "Client Authentication failed",
        },
      }
    }
    if (new URLSearchParams(body).get("grant_type") !== "client_credentials") {
      return {
        status: 400,
        body: {
          error: "unsupported_grant_type",
          error_description: "Grant Type is NULL",
        },
      }
    }
    const token = `A21AA${newId(40)}`
    this.valid.set(token, this.clock.now() + this.expires_in * 1000)
    this.given += 1
    return {
      status: 200,
      body: {
        scope: this.scopes.join(" "),
        access_token: token,
        token_type: "Bearer",
        app_id: "APP-80W284485P519543T",
        expires_in: this.expires_in,
        nonce: `${this.clock.text()}${newId(20)}`,
      },
    }
  }

  accepts(authorization: string | undefined): boolean {
    const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1]
    const until = token ? this.valid.get(token) : undefined
    return until !== undefined && this.clock.now() < until
  }

  /** As when the app's keys are changed: no token that was given is taken any more. */
  revoke(): void {
    this.valid.clear()
  }
}
