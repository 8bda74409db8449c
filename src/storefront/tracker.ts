import { attempt } from "./attempt"
import { isUnknown, type AffiliateError } from "./error"
import {
  browserStorage,
  forget,
  recall,
  recallCart,
  remember,
  rememberCart,
  type Referral,
  type ReferralStorage,
} from "./memory"
import { mayRemember, type Privacy } from "./privacy"
import { readVisit, type SeenVisit } from "./read-referral"
import type { TrackingClient } from "./tracking-client"
import type { BindCart, CartAffiliate } from "./types"

const DAY_MS = 86_400_000

/** A new program's window. */
const WINDOW_DAYS = 30

export interface TrackerOptions extends Privacy {
  /** Default: `localStorage`; `null` = nothing is kept beyond the page. */
  storage?: ReferralStorage | null
  /** Told of everything that went wrong; nothing but `giveCode` and `takeCode` throws. */
  onError?: (error: unknown) => void
}

/** Remembers in the browser who sent the visitor, and tells the cart. */
export interface Tracker {
  /** Reads the page's address, records the visit and remembers it. Answers who sent the visitor, this time or before. */
  arrive: (url?: string) => Promise<Referral | null>
  /** Who sent the visitor, once `arrive` is through. */
  referral: () => Promise<Referral | null>
  /** Tells a cart who sent its shopper, once for each; `null` = nobody did. */
  bindCart: (cartId: string) => Promise<CartAffiliate | null>
  /** The shopper types a code. @throws `AffiliateError`, 404 for a code that does not work */
  giveCode: (cartId: string, code: string) => Promise<CartAffiliate>
  /** The shopper takes it back, discount and all. @throws `AffiliateError` */
  takeCode: (cartId: string) => Promise<void>
  /** The visitor says yes or no: a no forgets them. */
  consent: (yes: boolean) => Promise<void>
}

/** A storage for the time of the page. */
const pageStorage = (): ReferralStorage => {
  const kept: Record<string, string> = {}
  return {
    getItem: (key) => kept[key],
    setItem: (key, value) => {
      kept[key] = value
    },
    removeItem: (key) => {
      delete kept[key]
    },
  }
}

/** What a cart is told of a referral, in short. */
const touchOf = (referral: Referral | null): string =>
  `${referral?.click_id} ${referral?.code}`

/** One for each page; made in the browser. */
export const createTracker = (
  client: TrackingClient,
  {
    consent,
    requireConsent,
    storage = browserStorage(),
    onError,
  }: TrackerOptions = {}
): Tracker => {
  const kept = storage ?? pageStorage()
  let said = consent
  let landed: [seen: SeenVisit, url: string] | undefined
  let turn: Promise<unknown> = Promise.resolve()

  /** One thing after another: what a link says must not overtake a code that was typed meanwhile. */
  const inTurn = <Result>(work: () => Promise<Result>) =>
    (turn = turn.then(work, work)) as Promise<Result>

  const may = () => mayRemember({ consent: said, requireConsent })
  const safely = async <Result>(work: () => Promise<Result>) => {
    try {
      return await work()
    } catch (error) {
      // Whoever listens must not break the page either.
      attempt(() => onError?.(error))
      return null
    }
  }
  const known = () => (may() ? recall(kept) : null)

  /** The code and window of a visit that its tracking link has recorded. */
  const ofLink = async ({ code, click_id }: SeenVisit) => {
    let days = WINDOW_DAYS
    try {
      if (code) {
        days = (await client.getCode(code)).attribution_window_days
      }
    } catch (error) {
      // A code retired since: the visit counts without it.
      if (isUnknown(error)) {
        code = undefined
      }
    }
    return { code, click_id, days }
  }

  const record = async ({ code, sub_id }: SeenVisit, url: string) => {
    const click = await client.recordClick({
      code,
      sub_id,
      ...(may() && {
        visitor_id: known()?.visitor_id,
        landing_url: url,
        referrer: document.referrer || undefined,
      }),
      // Whoever has not been asked yet has not said yes.
      consent: may() ? said : false,
    })
    return {
      code,
      click_id: click.id,
      visitor_id: click.visitor_id ?? undefined,
      // Where the store keeps nothing of the visitor, neither does the browser.
      days: click.visitor_id ? click.attribution_window_days : 0,
    }
  }

  const take = async (seen: SeenVisit, url: string) => {
    if (seen.click_id && !may()) {
      return
    }
    const { days, ...found } = seen.click_id
      ? await ofLink(seen)
      : await record(seen, url)
    if (may() && days > 0) {
      remember(
        {
          ...found,
          sub_id: seen.sub_id,
          expires_at: Date.now() + days * DAY_MS,
        },
        kept
      )
    }
  }

  const takeLanded = () => safely(async () => landed && take(...landed))

  /** With the code, or, when that does not work any more, without it. */
  const tell = async (cartId: string, touch: BindCart) => {
    try {
      return await client.bindCart(cartId, touch)
    } catch (error) {
      if (!isUnknown(error) || !touch.code || !touch.click_id) {
        throw error
      }
      return await client.bindCart(cartId, { ...touch, code: undefined })
    }
  }

  const bind = (cartId: string) =>
    safely(async () => {
      const found = known()
      if (!may()) {
        return null
      }
      const before = recallCart(kept, cartId)
      const touch = touchOf(found)
      if (before?.touch === touch) {
        return before.answer
      }
      const typed = !!before?.typed
      let answer: CartAffiliate | null = null
      try {
        const { code, click_id, visitor_id, sub_id } = found ?? {}
        answer = await tell(cartId, {
          code: typed ? undefined : code,
          click_id,
          visitor_id,
          sub_id,
        })
      } catch (error) {
        // Without a cookie either, nobody sent them. What is unknown by now will be so tomorrow.
        if ((error as AffiliateError).status !== (found ? 404 : 400)) {
          throw error
        }
      }
      rememberCart(kept, { cart_id: cartId, touch, typed, answer })
      return answer
    })

  /** From now on no link's code takes the place of what the shopper wants; a visit is told beside it. */
  const decide = <Answer extends CartAffiliate | null>(
    cartId: string,
    work: () => Promise<Answer>
  ) =>
    inTurn(async () => {
      const answer = await work()
      if (may()) {
        const touch = known() ? "" : touchOf(null)
        rememberCart(kept, { cart_id: cartId, touch, typed: true, answer })
        await bind(cartId)
      }
      return answer
    })

  return {
    arrive: (url = location.href) =>
      inTurn(async () => {
        const seen = readVisit(url)
        if (seen.code || seen.click_id) {
          landed = [seen, url]
          await takeLanded()
        }
        return known()
      }),
    referral: () => inTurn(async () => known()),
    bindCart: (cartId) => inTurn(() => bind(cartId)),
    giveCode: (cartId, code) =>
      decide(cartId, () => client.bindCart(cartId, { code })),
    takeCode: async (cartId) => {
      await decide(cartId, () => client.unbindCart(cartId).then(() => null))
    },
    consent: (yes) => {
      said = yes
      return inTurn(async () => {
        if (!may()) {
          forget(kept)
        } else if (!known()) {
          await takeLanded()
        }
      })
    },
  }
}
