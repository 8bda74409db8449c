import type { IncomingMessage, ServerResponse } from "node:http"
import { setTimeout as pause } from "node:timers/promises"
import {
  ApiError,
  broken,
  invalid,
  lockTimeout,
  tooMany,
  unauthorized,
} from "./api-error"
import type { Fault } from "./faults"
import { readForm, type Form } from "./form"
import type { Answer } from "./idempotency"
import type { StripePeer } from "./peer"
import { routeOf, type Asked } from "./routes"
import { setUp } from "./set-up-page"
import { newId } from "./world"

/** A request as tests look at it. */
export interface Request {
  at: number
  /** Such as `POST /v1/transfers`. */
  route: string
  path: string
  form: Form
  idempotency_key: string | null
}

const VERSION = "2026-10-28.endive"

const BODY_BYTES_MAX = 1_000_000

/** One request, from its first byte to its answer, or to what goes wrong. */
export async function handle(
  peer: StripePeer,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const url = new URL(request.url ?? "/", peer.url)
  if (url.pathname.startsWith("/setup/")) {
    setUp(peer, url.pathname, response)
    return
  }
  const request_id = newId("req").slice(0, 18)
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "request-id": request_id,
    "stripe-version": VERSION,
  }
  const send = ({ status, body }: Answer) => {
    if (response.destroyed) return
    response.writeHead(status, headers)
    response.end(JSON.stringify(body, null, 2))
  }
  let fault: Fault | undefined
  try {
    const body = await bodyOf(request)
    const { name, ids, answer } = routeOf(request.method ?? "GET", url.pathname)
    fault = peer.faults.take(name)
    const form = readForm(request.method === "POST" ? body : url.search)
    const idempotency_key = textOf(request.headers["idempotency-key"]) ?? null
    peer.remember({
      at: peer.world.now(),
      route: name,
      path: url.pathname,
      form,
      idempotency_key,
    })
    if (fault && (await lost(fault, "before", response))) return
    admit(peer, request, body)
    if (fault?.kind === "rate_limit") throw tooMany()
    if (fault?.kind === "lock_timeout") throw lockTimeout()
    if (fault?.kind === "unavailable") throw broken(false, 503)
    const account = textOf(request.headers["stripe-account"])
    const asked: Asked = {
      world: peer.world,
      origin: peer.url,
      ids,
      form,
      idempotency_key,
      ...(account && { account }),
    }
    const outcome =
      request.method === "POST" && idempotency_key
        ? await once(peer, asked, {
            words: `${name} ${url.pathname} ${body}`,
            request_id,
            headers,
            carryOut: () => carryOut(answer, asked, fault),
          })
        : asAnswer(await carryOut(answer, asked, fault)).answer
    if (fault && (await lost(fault, "after", response))) return
    send(outcome)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    // What was refused may be lost on its way back too.
    if (fault && (await lost(fault, "after", response))) return
    send({ status: error.status, body: { error: error.body } })
  }
}

type Outcome = { answer: Answer; remembered: boolean }

/** Under a key: replayed, refused, or carried out and remembered. */
async function once(
  peer: StripePeer,
  { idempotency_key }: Asked,
  {
    words,
    request_id,
    headers,
    carryOut,
  }: {
    words: string
    request_id: string
    headers: Record<string, string>
    carryOut: () => Promise<Outcome | ApiError>
  }
): Promise<Answer> {
  const begun = peer.idempotency.begin(idempotency_key ?? "", words, request_id)
  headers["idempotency-key"] = idempotency_key ?? ""
  if ("replay" in begun) {
    headers["idempotent-replayed"] = "true"
    headers["original-request"] = begun.request_id
    return begun.replay
  }
  headers["original-request"] = request_id
  const { answer, remembered } = asAnswer(await carryOut())
  begun.end(remembered ? answer : undefined)
  return answer
}

async function carryOut(
  answer: (asked: Asked) => unknown,
  asked: Asked,
  fault: Fault | undefined
): Promise<Outcome | ApiError> {
  try {
    if (fault?.kind === "slow") await pause(fault.ms)
    if (fault?.kind === "error" && fault.when === "before") return broken(true)
    // As it is now: what becomes of it later is not in this answer.
    const body = structuredClone(answer(asked))
    if (fault?.kind === "error") return broken(true)
    return { answer: { status: 200, body }, remembered: true }
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}

const asAnswer = (outcome: Outcome | ApiError): Outcome =>
  outcome instanceof ApiError
    ? {
        answer: { status: outcome.status, body: { error: outcome.body } },
        remembered: outcome.remembered,
      }
    : outcome

/** Whether the answer does not arrive. */
async function lost(
  fault: Fault,
  when: "before" | "after",
  response: ServerResponse
): Promise<boolean> {
  if (!("when" in fault) || fault.when !== when) return false
  switch (fault.kind) {
    case "timeout":
      return true
    case "drop":
      response.socket?.destroy()
      return true
    case "garbage":
      response.writeHead(502, { "content-type": "text/html" })
      response.end("<html><body>Bad Gateway</body></html>")
      return true
    case "error":
      return false
  }
}

/** Key, version, kind of body and pace. */
function admit(peer: StripePeer, request: IncomingMessage, body: string): void {
  const key = textOf(request.headers.authorization)?.replace(/^Bearer /, "")
  if (key !== peer.world.api_key) throw unauthorized(key)
  const version = textOf(request.headers["stripe-version"])
  if (version !== VERSION) {
    throw invalid(`Invalid Stripe API version: ${version ?? "none"}`)
  }
  const kind = textOf(request.headers["content-type"]) ?? ""
  if (body !== "" && !kind.startsWith("application/x-www-form-urlencoded")) {
    throw invalid(
      `Invalid request (check that your POST content type is application/x-www-form-urlencoded)`
    )
  }
  const since = peer.world.now() - 1000
  const recent = peer.requests.filter(({ at }) => at > since).length
  if (recent > peer.requests_per_second) throw tooMany()
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > BODY_BYTES_MAX)
      throw invalid("Request is too large", { status: 413 })
    parts.push(part)
  }
  return Buffer.concat(parts).toString("utf8")
}

const textOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header
