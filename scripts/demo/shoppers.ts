import { randomUUID } from "node:crypto"
import {
  click,
  remember,
  untilJudged,
  type VerdictAnswer,
} from "../../integration-tests/harness/affiliates"
import {
  buy,
  signUp,
  type Purchase,
} from "../../integration-tests/harness/shop"
import type { Cast, Player } from "./cast"
import { meetFate, roundFor } from "./fates"
import { createRandom } from "./random"
import { dim, fit, money, type Screen } from "./screen"
import type { DemoShop } from "./shop"
import { inventShoppers, type Shopper } from "./shopper"

/** How many shop at the same time. */
const AT_ONCE = 3

/**
 * Random shoppers, who come by codes, clicks or on their own, buy, and have their orders refunded, returned, edited,
 * exchanged or cancelled. Whom each order is credited to is known beforehand, and checked.
 */
export async function playShoppers(
  shop: DemoShop,
  cast: Cast,
  screen: Screen,
  { seed, count }: { seed: number; count: number }
): Promise<void> {
  const random = createRandom(seed)
  const waiting = inventShoppers(random, count, shop, cast)
  let finished = 0
  const serve = async () => {
    for (;;) {
      const shopper = waiting.shift()
      if (!shopper) return
      const visits = await playShopper(shop, shopper)
      const number = `${++finished}/${count}`
      for (const visit of visits) showVisit(screen, number, shopper, visit)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, serve))
}

/** One order of a shopper. */
type Visit = {
  order: { display_id?: number; total: number }
  /** Who should be credited, and by what; undefined for nobody. */
  expected?: { player: Player; source: string }
  verdict: VerdictAnswer
  by: string
  story: string
}

async function playShopper(shop: DemoShop, shopper: Shopper): Promise<Visit[]> {
  const { name, email, currency, hasAccount, items, sentBy } = shopper
  const customer = hasAccount ? await signUp(shop, email, name) : undefined
  const basket = { items, name, email, currency, customer }
  const way = waysIn(shop, shopper)
  const first = await buy(shop, { ...basket, ...way.purchase })
  const story = await meetFate(shop, first.id, shopper)
  const visits: Visit[] = [
    {
      order: first,
      verdict: await untilJudged(shop, first.id),
      by: way.words,
      story,
      ...(sentBy && { expected: { player: sentBy, source: way.source } }),
    },
  ]
  if (shopper.comesBack) {
    const second = await buy(shop, {
      ...basket,
      items: [{ ware: shop.mug }],
      provider: "pp_auto_capture_default",
    })
    visits.push({
      order: second,
      verdict: await untilJudged(shop, second.id),
      by: "came back",
      story: "",
      ...(sentBy && { expected: { player: sentBy, source: "attribution" } }),
    })
  }
  return visits
}

/** How a shopper's way to the shop looks at the checkout, and in the verdict. */
function waysIn(
  shop: DemoShop,
  { way, sentBy }: Shopper
): { purchase: Partial<Purchase>; source: string; words: string } {
  if (!sentBy || way === "nobody")
    return { purchase: {}, source: "", words: "on their own" }
  const { coupon } = shop
  const { code, word } = sentBy
  if (way === "code" && code)
    return { purchase: { code }, source: "code", words: `code ${code}` }
  if (way === "word")
    return {
      purchase: { beforePayment: remember({ code: word }) },
      source: "code",
      words: `code ${word}`,
    }
  const clicked: Partial<Purchase> = {
    beforePayment: async (cartId, api) => {
      const visitor_id = randomUUID()
      const landing_url = `http://localhost:8000/?ref=${word}`
      const click_id = await click(shop, word, visitor_id, landing_url)
      await remember({ click_id, visitor_id })(cartId, api)
    },
  }
  return way === "coupon"
    ? {
        purchase: { ...clicked, code: coupon },
        source: "click",
        words: `click ${word}, coupon ${coupon}`,
      }
    : { purchase: clicked, source: "click", words: `click ${word}` }
}

function showVisit(
  screen: Screen,
  number: string,
  { name, currency }: Shopper,
  { order, expected, verdict, by, story }: Visit
): void {
  const { affiliate_id, source, outcome } = verdict
  const right = expected
    ? affiliate_id === expected.player.id && source === expected.source
    : outcome === "none"
  const earned = verdict.commissions.find(({ level }) => level === 1)
  const line = [
    fit(number, 6),
    fit(name, 20),
    money(roundFor(currency, order.total), currency).padStart(13),
    ` ${fit(by, 28)}`,
    expected
      ? `${fit(`→ ${expected.player.name}`, 26)}${money(earned?.amount ?? 0, currency).padStart(12)}`
      : fit("→ nobody", 38),
    story && dim(`  ${story}`),
  ].join(" ")
  if (right) screen.good(line)
  else
    screen.bad(
      `${line}; but the store credited ${affiliate_id ?? "nobody"} (${source ?? verdict.reason})`
    )
}
