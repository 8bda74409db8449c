import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import type { AddressInfo } from "node:net"

import { Clock } from "./clock"
import {
  type Answer,
  broken,
  notAuthorized,
  notFound,
  refuse,
  tooMany,
  unauthenticated,
} from "./errors"
import { type Fault, Faults } from "./faults"
import { newId } from "./ids"
import { Payouts } from "./payouts"
import { SCOPES, Tokens } from "./tokens"
import { Webhooks } from "./webhooks"

export { DAY_MS } from "./clock"
export type { PayPalEvent } from "./webhooks"

/** One request, and what was answered to it; null where nothing was. */
export type Exchange = {
  route: string
  path: string
  body: string
  answer: Answer | null
}

type Handler = {
  route: string
  scope: string
  answer: (id: string, body: Buffer, parsed: unknown) => Answer
}

const BODY_BYTES_MAX = 1_048_576

/** PayPal's own limit on requests for payouts. */
const POSTS_PER_MINUTE = 400

/** A server that behaves as PayPal does about payouts; see the README beside it. */
export class PayPalPeer {
  readonly clock = new Clock()
  readonly faults = new Faults()
  readonly exchanges: Exchange[] = []
  readonly tokens: Tokens
  readonly webhooks: Webhooks
  readonly payouts: Payouts
  posts_per_minute = POSTS_PER_MINUTE
  address = ""

  private posted: number[] = []
  private readonly held = new Set<ServerResponse>()
  private readonly server = createServer((request, response) => {
    this.take(request, response).catch(() => response.destroy())
  })

  constructor() {
    this.tokens = new Tokens(
      this.clock,
      `client-${newId(20)}`,
      `secret-${newId(20)}`
    )
    this.webhooks = new Webhooks(this.clock, newId(17))
    this.payouts = new Payouts(this.clock, (happened) =>
      "item" in happened
        ? this.webhooks.ofItem(happened.batch, happened.item, happened.name)
        : this.webhooks.ofBatch(happened.batch, happened.status)
    )
  }

  async start(port = 0): Promise<this> {
    await new Promise<void>((resolve) =>
      this.server.listen(port, "127.0.0.1", () => resolve())
    )
    const address = this.server.address() as AddressInfo
    this.address = `http://127.0.0.1:${address.port}`
    return this
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      for (const response of this.held) response.destroy()
      this.server.close(() => resolve())
      this.server.closeAllConnections()
    })
  }

  /** The options of the provider that lead here. */
  options() {
    return {
      client_id: this.tokens.client_id,
      client_secret: this.tokens.client_secret,
      webhook_id: this.webhooks.webhook_id,
      api_base: this.address,
    }
  }

  /** The same for the repository's own store. */
  env() {
    return {
      PAYPAL_CLIENT_ID: this.tokens.client_id,
      PAYPAL_CLIENT_SECRET: this.tokens.client_secret,
      PAYPAL_WEBHOOK_ID: this.webhooks.webhook_id,
      PAYPAL_API_BASE: this.address,
    }
  }

  /** Requests to a route, such as `POST /v1/payments/payouts`. */
  asked(route: string): Exchange[] {
    return this.exchanges.filter((exchange) => exchange.route === route)
  }

  private readonly handlers: Handler[] = [
    {
      route: "POST /v1/payments/payouts",
      scope: SCOPES[0],
      answer: (_id, _body, parsed) => this.payouts.create(parsed),
    },
    {
      route: "GET /v1/payments/payouts/:id",
      scope: SCOPES[0],
      answer: (id) => this.payouts.show(id),
    },
    {
      route: "GET /v1/payments/payouts-item/:id",
      scope: SCOPES[0],
      answer: (id) => this.payouts.showItem(id),
    },
    {
      route: "POST /v1/payments/payouts-item/:id/cancel",
      scope: SCOPES[0],
      answer: (id) => this.payouts.cancel(id),
    },
    {
      route: "POST /v1/notifications/verify-webhook-signature",
      scope: SCOPES[1],
      answer: (_id, body, parsed) => this.webhooks.verify(body, parsed),
    },
    {
      route: "GET /v1/notifications/webhooks/:id",
      scope: SCOPES[1],
      answer: (id) => this.webhooks.show(id),
    },
  ]

  private async take(
    request: IncomingMessage,
    response: ServerResponse
  ): Promise<void> {
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > BODY_BYTES_MAX) throw new Error("the body is too long")
      chunks.push(chunk)
    }
    const body = Buffer.concat(chunks)
    const path = (request.url ?? "/").split("?")[0]
    const { route, answer } = this.find(request, path, body)
    const exchange: Exchange = {
      route,
      path,
      body: body.toString("utf8"),
      answer: null,
    }
    this.exchanges.push(exchange)
    const fault = this.faults.take(route)
    const given =
      !fault || fault.after_commit || fault.what === "slow" ? answer() : null
    if (fault) {
      await this.goWrong(fault, given, exchange, response)
    } else if (given) {
      this.give(given, exchange, response)
    }
  }

  private find(
    request: IncomingMessage,
    path: string,
    body: Buffer
  ): { route: string; answer: () => Answer } {
    const { authorization, "content-type": type } = request.headers
    const asked = `${request.method} ${path}`
    if (asked === TOKEN_ROUTE) {
      return {
        route: TOKEN_ROUTE,
        answer: () => this.tokens.grant(authorization, body.toString("utf8")),
      }
    }
    for (const { route, scope, answer } of this.handlers) {
      const match = new RegExp(
        `^${route.replace(":id", "([A-Za-z0-9_-]+)")}$`
      ).exec(asked)
      if (!match) continue
      return {
        route,
        answer: () => {
          if (!this.tokens.accepts(authorization)) return unauthenticated()
          if (!this.tokens.scopes.includes(scope)) return notAuthorized()
          if (route === "POST /v1/payments/payouts" && this.isTooMuch()) {
            return tooMany()
          }
          if (
            request.method === "POST" &&
            !/^application\/json/.test(type ?? "")
          ) {
            return refuse(
              415,
              "UNSUPPORTED_MEDIA_TYPE",
              "The server does not support the request payload's media type."
            )
          }
          return answer(match[1] ?? "", body, parse(body))
        },
      }
    }
    return { route: asked, answer: notFound }
  }

  private isTooMuch(): boolean {
    const now = this.clock.now()
    this.posted = this.posted.filter((at) => now - at < 60_000)
    if (this.posted.length >= this.posts_per_minute) return true
    this.posted.push(now)
    return false
  }

  private give(
    answer: Answer,
    exchange: Exchange,
    response: ServerResponse
  ): void {
    exchange.answer = answer
    response
      .writeHead(answer.status, {
        "content-type": "application/json",
        "paypal-debug-id": newId(13).toLowerCase(),
      })
      .end(JSON.stringify(answer.body))
  }

  private async goWrong(
    { what, status = 500, ms = 0 }: Fault,
    given: Answer | null,
    exchange: Exchange,
    response: ServerResponse
  ): Promise<void> {
    switch (what) {
      case "hang":
        this.held.add(response)
        return
      case "drop":
        response.destroy()
        return
      case "status":
        this.give(
          status === 429 ? tooMany() : broken(status),
          exchange,
          response
        )
        return
      case "malformed":
        response
          .writeHead(given?.status ?? 200, {
            "content-type": "application/json",
          })
          .end(JSON.stringify(given?.body ?? { batch_header: {} }).slice(0, -9))
        return
      case "slow":
        await new Promise((resolve) => setTimeout(resolve, ms))
        if (given) this.give(given, exchange, response)
    }
  }
}

const TOKEN_ROUTE = "POST /v1/oauth2/token"

const parse = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString("utf8"))
  } catch {
    return undefined
  }
}

export const startPayPal = (port?: number): Promise<PayPalPeer> =>
  new PayPalPeer().start(port)
