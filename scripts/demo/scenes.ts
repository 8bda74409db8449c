import {
  giveMoney,
  untilPaid,
  type VerdictAnswer,
} from "../../integration-tests/harness/affiliates"
import {
  buy,
  capture,
  ok,
  type Currency,
  type Line,
} from "../../integration-tests/harness/shop"
import { buyWith } from "./buy-with"
import type { Cast, Player } from "./cast"
import type { Screen } from "./screen"
import type { DemoShop } from "./shop"

/** Things that do not happen every day, each once: a self-referral, a doubt, a suspension, a word of the merchant. */
export async function playScenes(
  shop: DemoShop,
  cast: Cast,
  screen: Screen
): Promise<void> {
  await playBigOrders(shop, cast, screen)
  await playSelfReferrals(shop, cast, screen)
  await playHold(shop, cast, screen)
  await playSuspension(shop, cast, screen)
  await playAttributionByHand(shop, cast, screen)
  await playAdjustments(shop, cast, screen)
}

/** So that there is something to pay out, whatever the random shoppers do. */
async function playBigOrders(
  shop: DemoShop,
  { tomas, aiko, samira, bergmann, peach, luca }: Cast,
  screen: Screen
): Promise<void> {
  const [, mug, , teapot, , notebook, lamp] = shop.wares
  const orders: [Player, string, Currency, Line[]][] = [
    [tomas, "Amelia Whitfield", "usd", [{ ware: lamp, quantity: 4 }]],
    [tomas, "Gabriel Santos", "eur", [{ ware: lamp, quantity: 2 }]],
    [aiko, "Sakura Mori", "jpy", [{ ware: teapot, quantity: 3 }]],
    [samira, "Camille Laurent", "eur", [{ ware: lamp, quantity: 3 }]],
    [bergmann, "Kanzlei Vogt", "eur", [{ ware: notebook, quantity: 40 }]],
    [peach, "Studio Nine", "usd", [{ ware: mug, quantity: 12 }]],
    [luca, "Oscar Lindgren", "usd", [{ ware: lamp, quantity: 2 }]],
  ]
  for (const [player, name, currency, items] of orders) {
    const id = await buyWith(shop, player, { name, currency, items })
    await capture(shop, id)
    await untilPaid(shop, id)
  }
  screen.good(`${orders.length} larger orders, captured`)
}

async function playSelfReferrals(
  shop: DemoShop,
  { ella, mira }: Cast,
  screen: Screen
): Promise<void> {
  const items = [{ ware: shop.shirt, quantity: 2 }]
  const own = async ({ name, email, code }: Player) => {
    const order = await buy(shop, { items, name, email, code })
    await capture(shop, order.id)
    return await untilPaid(shop, order.id)
  }
  expectVerdict(
    screen,
    await own(mira),
    "Mira buys with her own code: nobody is credited",
    ({ outcome, reason }) => outcome === "none" && reason === "self_referral"
  )
  expectVerdict(
    screen,
    await own(ella),
    "Ella does too, whose program flags that: credited and held for a person to look at",
    ({ affiliate_id, commissions }) =>
      affiliate_id === ella.id && commissions[0]?.status === "pending"
  )
}

async function playHold(
  shop: DemoShop,
  { northwind }: Cast,
  screen: Screen
): Promise<void> {
  const id = await buyWith(shop, northwind, {
    name: "Victor Hale",
    currency: "usd",
    items: [{ ware: shop.wares[6], quantity: 12 }],
  })
  await capture(shop, id)
  const verdict = await untilPaid(shop, id)
  const reason = "Twelve lamps to one address: asking Northwind"
  const { commission } = ok(
    await shop.admin.post(
      `/admin/affiliate-commissions/${verdict.commissions[0]?.id}/hold`,
      { reason }
    )
  )
  screen.good(`the merchant holds a commission: “${commission.hold_reason}”`)
}

async function playSuspension(
  shop: DemoShop,
  { luca }: Cast,
  screen: Screen
): Promise<void> {
  ok(
    await shop.admin.post(`/admin/affiliates/${luca.id}/suspend`, {
      reason: "Bids on our name in search ads",
    })
  )
  const refused = await shop.storefront.get(
    `/store/affiliate/codes/${luca.word}`
  )
  if (refused.status === 404)
    screen.good("Luca is suspended: his codes are unknown from now on")
  else screen.bad(`Luca is suspended, and his code answers ${refused.status}`)
}

async function playAttributionByHand(
  shop: DemoShop,
  { priya }: Cast,
  screen: Screen
): Promise<void> {
  const order = await buy(shop, {
    items: [{ ware: shop.wares[4], quantity: 2 }],
    name: "Beatrix Lang",
    currency: "eur",
    provider: "pp_auto_capture_default",
  })
  await untilPaid(shop, order.id)
  const { affiliate_order } = ok(
    await shop.admin.post(`/admin/affiliate-orders/${order.id}/attribute`, {
      affiliate_id: priya.id,
      note: "Told us on the phone that Priya sent her",
    })
  )
  expectVerdict(
    screen,
    affiliate_order,
    "an order is credited to Priya by hand; two above her earn too",
    ({ source, affiliate_id, commissions }) =>
      source === "manual" &&
      affiliate_id === priya.id &&
      commissions.length === 3
  )
}

async function playAdjustments(
  shop: DemoShop,
  { mira, northwind }: Cast,
  screen: Screen
): Promise<void> {
  await giveMoney(shop, mira.id, 75, "eur", "Speaker at our summer party")
  const reason = "Credited twice in the spring"
  await giveMoney(shop, northwind.id, -12.5, "usd", reason)
  screen.good("two adjustments by hand: 75.00 EUR for Mira, −12.50 USD")
}

function expectVerdict(
  screen: Screen,
  verdict: VerdictAnswer,
  what: string,
  isRight: (verdict: VerdictAnswer) => boolean
): void {
  if (isRight(verdict)) screen.good(what)
  else
    screen.bad(
      `${what}; but the store says ${verdict.outcome}, ${verdict.reason}, ${verdict.commissions.length} commissions`
    )
}
