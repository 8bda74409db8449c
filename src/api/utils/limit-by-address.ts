import { createHash, randomBytes } from "node:crypto"

import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible"

/**
 * Addresses are counted in this many buckets, so that memory has a bound however many addresses come. Two that
 * share a bucket share its allowance, which is rare and harmless.
 */
const BUCKETS = 65_536
const WINDOW_SECONDS = 60

/** What was allowed in a minute, and when to come again. */
export interface TooMany {
  max: number
  wait_seconds: number
}

/**
 * Counts requests by address. Counted in this process: with several instances an address gets the
 * allowance of each.
 */
export class AddressLimit {
  private limiter: RateLimiterMemory | null = null
  // Nobody can work out from outside which addresses share a bucket.
  private readonly salt = randomBytes(16)

  /** @param maxOf requests an address may make in a minute; asked with the first request */
  constructor(private readonly maxOf: (req: MedusaRequest) => number) {}

  /** @returns `null` when the request is within the allowance */
  async refuse(req: MedusaRequest): Promise<TooMany | null> {
    this.limiter ??= new RateLimiterMemory({
      points: this.maxOf(req),
      duration: WINDOW_SECONDS,
    })
    try {
      await this.limiter.consume(bucketOf(networkOf(req.ip ?? ""), this.salt))
      return null
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) {
        throw refusal
      }
      const wait_seconds = Math.ceil(refusal.msBeforeNext / 1000)
      return {
        max: this.limiter.points,
        wait_seconds: Math.max(1, wait_seconds),
      }
    }
  }
}

/** Answers 429 to an address that asks more often than it may. */
export const limitByAddress = (maxOf: (req: MedusaRequest) => number) => {
  const limit = new AddressLimit(maxOf)
  return async (
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    const refusal = await limit.refuse(req)
    if (!refusal) {
      next()
      return
    }
    answerTooMany(res, refusal)
  }
}

export const answerTooMany = (
  res: MedusaResponse,
  { max, wait_seconds }: TooMany
): void => {
  res.setHeader("Retry-After", wait_seconds)
  res.status(429).json({
    type: "too_many_requests",
    message: `No more than ${max} requests a minute are taken from one address`,
  })
}

const bucketOf = (network: string, salt: Buffer): number =>
  createHash("sha256").update(salt).update(network).digest().readUInt32BE() %
  BUCKETS

const IPV4_IN_IPV6 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i
const GROUPS = 8
const NETWORK_GROUPS = 4

/** An IPv4 address, or the /64 of an IPv6 address: whoever has one address of it has them all. */
export const networkOf = (address: string): string => {
  const mapped = IPV4_IN_IPV6.exec(address)
  if (mapped) {
    return mapped[1]
  }
  if (!address.includes(":")) {
    return address
  }
  const [head, tail] = address.split("::")
  const left = head ? head.split(":") : []
  const right = tail ? tail.split(":") : []
  const zeros = tail === undefined ? 0 : GROUPS - left.length - right.length
  const groups = [
    ...left,
    ...Array.from({ length: zeros }, () => "0"),
    ...right,
  ]
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => (parseInt(group, 16) || 0).toString(16))
    .join(":")
}
