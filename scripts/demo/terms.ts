import {
  addContract,
  addRule,
  linesOf,
  untilPaid,
} from "../../integration-tests/harness/affiliates"
import { buy, capture, ok } from "../../integration-tests/harness/shop"
import type { Cast } from "./cast"
import { everywhere, type Programs } from "./programs"
import { money, type Screen } from "./screen"
import type { DemoShop } from "./shop"

const DAY_MS = 24 * 60 * 60 * 1000

/** What an order with kitchen goods earns by the rule at most, in dollars. */
const KITCHEN_CAP = 40

/** Terms that go before the program's: a contract with one affiliate, and rules for some goods. */
export async function playTerms(
  shop: DemoShop,
  cast: Cast,
  programs: Programs,
  screen: Screen
): Promise<void> {
  const { northwind, mira } = cast
  const now = Date.now()
  await addContract(shop, northwind.id, {
    title: "Launch of the autumn catalogue",
    terms: "One comparison a month, with our goods among the tested.",
    revenue_split: 25,
    starts_at: new Date(now),
    ends_at: new Date(now + 180 * DAY_MS),
  })
  await addContract(shop, mira.id, {
    title: "Winter cookbook",
    terms: "Two recipes with our goods.",
    revenue_split: 30,
    starts_at: new Date(now + 60 * DAY_MS),
    ends_at: new Date(now + 150 * DAY_MS),
  })
  screen.good("a contract with Northwind that runs, one with Mira to come")

  const kitchen = { attribute: "category", values: [shop.kitchen] }
  const rule = await addRule(shop, programs.creators, {
    name: "Kitchen weeks",
    commission_value: 25,
    conditions: [kitchen],
  })
  ok(
    await shop.admin.post(`/admin/affiliate-rules/${rule.id}`, {
      commission_value: 30,
      cap_per_order: everywhere(KITCHEN_CAP, 40, 6000),
      cap_per_period: { period: "month", values: everywhere(500, 500, 75_000) },
      ends_at: new Date(now + 90 * DAY_MS),
    })
  )
  await addRule(shop, programs.ambassadors, {
    name: "Nothing on what is on sale",
    exclude: true,
    conditions: [{ attribute: "item_kind", values: ["on_sale"] }],
  })
  screen.good(
    `rules: 30 % on kitchen goods, no more than ${money(KITCHEN_CAP, "usd")} an order; nothing on what is on sale`
  )
  await playCap(shop, cast, screen)
}

/** An order whose kitchen goods would earn more than the rule lets one order earn. */
async function playCap(
  shop: DemoShop,
  { mira }: Cast,
  screen: Screen
): Promise<void> {
  const [, , , teapot, scarf] = shop.wares
  const { id } = await buy(shop, {
    name: "Henrike Olsen",
    code: mira.code,
    items: [{ ware: teapot, quantity: 4 }, { ware: scarf }],
  })
  await capture(shop, id)
  const [commission] = (await untilPaid(shop, id)).commissions
  const earned = commission ? linesOf(commission)[teapot.title] : undefined
  const what = `four teapots of Mira's earn ${money(earned ?? 0, "usd")} by the rule, where its cap is`
  if (earned === KITCHEN_CAP) screen.good(what)
  else screen.bad(what)
}

type Review = {
  reviewed: number
  moved: number
  moves: { affiliate_id: string; to_tier_id: string | null }[]
}

/** The store does so by itself once a night; a merchant looks first what it would do. */
export async function playTiers(
  shop: DemoShop,
  { tomas }: Cast,
  { ambassadors, ambassadorTier }: Programs,
  screen: Screen
): Promise<void> {
  const review = async (dry_run: boolean): Promise<Review> =>
    ok(
      await shop.admin.post("/admin/affiliate-tiers/review", {
        program_id: ambassadors,
        dry_run,
      })
    ).tier_review
  const foreseen = await review(true)
  const { reviewed, moved, moves } = await review(false)
  const what = `tiers reviewed: ${moved} of ${reviewed} ambassadors move, as the dry run said; Tomás becomes a Star`
  const isStar = moves.some(
    ({ affiliate_id, to_tier_id }) =>
      affiliate_id === tomas.id && to_tier_id === ambassadorTier.star
  )
  if (isStar && foreseen.moves.length === moved) screen.good(what)
  else
    screen.bad(
      `${what}; but the dry run said ${foreseen.moves.length}, and a Star he ${isStar ? "is" : "is not"}`
    )
}
