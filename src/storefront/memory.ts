import { attempt } from "./attempt"
import type { CartAffiliate } from "./types"

/** The keys in the visitor's browser; nothing else of the kit's is kept there. */
const REFERRAL_KEY = "affiliate_referral"
const CART_KEY = "affiliate_cart"

/** Who sent a visitor, as long as it counts. */
export interface Referral {
  code?: string
  click_id?: string
  visitor_id?: string
  sub_id?: string
  /** When the window is over, in milliseconds since 1970. */
  expires_at: number
}

/** What a cart was told, so that it is told once. */
export interface BoundCart {
  cart_id: string
  /** The referral it was told of. */
  touch: string
  /** The shopper typed a code, which no link takes the place of. */
  typed: boolean
  answer: CartAffiliate | null
}

/** What is used of `localStorage`; it may be blocked, full, or hold what somebody else wrote: the page goes on without. */
export type ReferralStorage = Pick<
  Storage,
  "getItem" | "setItem" | "removeItem"
>

/** The browser's first-party storage; `null` where there is none, or it is blocked. */
export const browserStorage = (): ReferralStorage | null =>
  attempt(() => window.localStorage)

const write = (
  storage: ReferralStorage | null,
  key: string,
  value: object
): void => {
  attempt(() => storage?.setItem(key, JSON.stringify(value)))
}

const read = <Value extends object>(
  storage: ReferralStorage | null,
  key: string
): Value | null => {
  const value: unknown = attempt(() =>
    JSON.parse(storage?.getItem(key) ?? "null")
  )
  return value instanceof Object ? (value as Value) : null
}

const drop = (storage: ReferralStorage | null, key: string): void => {
  attempt(() => storage?.removeItem(key))
}

/** Remembers who sent the visitor until `referral.expires_at`. The last one counts. */
export const remember = (
  referral: Referral,
  storage: ReferralStorage | null = browserStorage()
): void => write(storage, REFERRAL_KEY, referral)

/** Who sent the visitor; `null` when nobody did, or too long ago. */
export const recall = (
  storage: ReferralStorage | null = browserStorage(),
  now: number = Date.now()
): Referral | null => {
  const known = read<Referral>(storage, REFERRAL_KEY)
  if (known && !(known.expires_at > now)) {
    drop(storage, REFERRAL_KEY)
    return null
  }
  return known
}

/** Forgets the visitor, and what their cart was told. */
export const forget = (
  storage: ReferralStorage | null = browserStorage()
): void => {
  drop(storage, REFERRAL_KEY)
  drop(storage, CART_KEY)
}

export const rememberCart = (
  storage: ReferralStorage | null,
  cart: BoundCart
): void => write(storage, CART_KEY, cart)

export const recallCart = (
  storage: ReferralStorage | null,
  cart_id: string
): BoundCart | null => {
  const known = read<BoundCart>(storage, CART_KEY)
  return known?.cart_id === cart_id ? known : null
}
