import { ApiError } from "./api-error"

/** Keys may be forgotten after a day, and this server does so at once then. */
const KEPT_MS = 24 * 60 * 60 * 1000

const KEY_LENGTH_MAX = 255

export interface Answer {
  status: number
  body: unknown
}

interface Kept {
  words: string
  since: number
  /** The request that was answered first. */
  request_id: string
  answer?: Answer
}

/** What is to be done about a request with a key. */
export type Begun =
  | { replay: Answer; request_id: string }
  /** Carry it out, then `end` it with what is to be remembered, or with nothing. */
  | { end: (answer?: Answer) => void }

/** Stripe's rules for repeated requests: one key, one request, one answer, for a day. */
export class Idempotency {
  private readonly kept = new Map<string, Kept>()

  constructor(private readonly now: () => number) {}

  /** @param words method, path and parameters: what must be the same */
  begin(key: string, words: string, request_id: string): Begun {
    if (key.length > KEY_LENGTH_MAX) {
      throw problem(
        400,
        `Idempotency keys can be up to ${KEY_LENGTH_MAX} characters long.`
      )
    }
    this.prune()
    const known = this.kept.get(key)
    if (known && known.words !== words) {
      throw problem(
        400,
        `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`
      )
    }
    if (known && !known.answer) {
      throw problem(
        409,
        `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}`,
        "idempotency_key_in_use"
      )
    }
    if (known?.answer) {
      return { replay: known.answer, request_id: known.request_id }
    }
    const one: Kept = { words, since: this.now(), request_id }
    this.kept.set(key, one)
    return {
      end: (answer) => {
        if (answer) one.answer = answer
        else if (this.kept.get(key) === one) this.kept.delete(key)
      },
    }
  }

  private prune(): void {
    for (const [key, { since, answer }] of this.kept) {
      if (answer && this.now() - since >= KEPT_MS) this.kept.delete(key)
    }
  }
}

const problem = (status: number, message: string, code?: string): ApiError =>
  new ApiError(
    status,
    { ...(code && { code }), message, type: "idempotency_error" },
    false
  )
