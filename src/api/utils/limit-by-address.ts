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

/**
 * Allows an address so many requests a minute, and answers 429 beyond that. Counted in this process: with several
 * instances an address gets the allowance of each.
 *
 * @param per_minute_max requests an address may make in a minute
 */
export const limitByAddress = (per_minute_max: number) => {
  const limiter = new RateLimiterMemory({
    points: per_minute_max,
    duration: WINDOW_SECONDS,
  })
  // Nobody can work out from outside which addresses share a bucket.
  const salt = randomBytes(16)
  return async (
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    try {
      await limiter.consume(bucketOf(networkOf(req.ip ?? ""), salt))
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) {
        next(refusal)
        return
      }
      res.setHeader(
        "Retry-After",
        Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      )
      res.status(429).json({
        type: "too_many_requests",
        message: `No more than ${per_minute_max} requests a minute are taken from one address`,
      })
      return
    }
    next()
  }
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
