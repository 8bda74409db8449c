import {
  addWare,
  signUp,
  type Currency,
  type Store,
  type Ware,
} from "../../harness"
import { Fraction } from "../../support/fraction"
import { Model } from "../model/model"
import { Money } from "../model/order"
import { Affiliate, Program } from "../model/terms"
import { Random } from "../random"
import { createPartners, Partner } from "./partners"
import { createPrograms } from "./programs"
import { createShoppers, Shopper } from "./shoppers"

export type { Partner } from "./partners"
export type { Shopper } from "./shoppers"

/** Something to buy, with its price in each currency. */
export interface Good {
  ware: Ware
  price: Record<Currency, number>
}

/** One simulated shop with its affiliates: what is really there, and what the model says of it. */
export interface World {
  store: Store
  random: Random
  model: Model
  programs: Program[]
  partners: Partner[]
  shoppers: Shopper[]
  goods: Good[]
  /** Orders that the merchant wrote down and has not made real ones yet. */
  drafts: { id: string; basket: Basket }[]
  /** Payout batches that wait to be approved. */
  batches: Batch[]
  /** How many rules and further versions of rules. */
  rulesPublished: number
  startedAt: string
}

/** A payout batch, with what whoever is in it is to get and by which provider. */
export interface Batch {
  id: string
  currency: string
  items: Map<Affiliate, { amount: Fraction; provider: string }>
}

/** What somebody buys, and what they came with. */
export interface Basket {
  shopper: Shopper
  currency: Currency
  items: { good: Good; quantity: number }[]
  /** Whose discount codes are typed in. */
  typed: Partner[]
  coupon: boolean
  /** Whose code the storefront tells the server. */
  told: { partner: Partner; discount: boolean } | null
  /** Whether the storefront tells the server who the visitor is. */
  visitor: boolean
}

export const MONEY: Record<Currency, Money> = {
  usd: { code: "usd", digits: 2, taxPercent: 10, taxIncluded: false },
  eur: { code: "eur", digits: 2, taxPercent: 19, taxIncluded: true },
  jpy: { code: "jpy", digits: 0, taxPercent: 0, taxIncluded: false },
  kwd: { code: "kwd", digits: 3, taxPercent: 0, taxIncluded: false },
}

/** A price as the shop states it, without its tax. */
export const withoutTax = (
  price: number,
  { taxIncluded, taxPercent }: Money
): Fraction =>
  taxIncluded
    ? Fraction.of(price)
        .times(Fraction.of(100))
        .dividedBy(Fraction.of(100 + taxPercent))
    : Fraction.of(price)

/** The same goods for every seed of a store. */
export async function stockGoods({ shop }: Store): Promise<Good[]> {
  const same = (price: number) => ({
    usd: price,
    eur: price,
    jpy: price,
    kwd: price,
  })
  const odd = { usd: 19.99, eur: 17.49, jpy: 333, kwd: 1.235 }
  const cheap = { usd: 0.05, eur: 0.07, jpy: 5, kwd: 0.015 }
  return [
    { ware: shop.shirt, price: same(100) },
    { ware: shop.mug, price: same(20) },
    { ware: await addWare(shop, { title: "Poster", price: odd }), price: odd },
    {
      ware: await addWare(shop, { title: "Sticker", price: cheap }),
      price: cheap,
    },
  ]
}

export async function createWorld(
  store: Store,
  goods: Good[],
  random: Random
): Promise<World> {
  const [{ now }] = await store.database.sql<{ now: Date }>(
    "SELECT clock_timestamp() AS now"
  )
  const programs = await createPrograms(store, random)
  const fay = await signUp(store.shop, `fay-shops-${random.seed}@example.com`)
  const partners = await createPartners(store, programs, fay, random)
  const shoppers = await createShoppers(store, partners, fay, random)
  return {
    store,
    random,
    model: new Model(),
    programs,
    partners,
    shoppers,
    goods,
    drafts: [],
    batches: [],
    rulesPublished: 0,
    startedAt: now.toISOString(),
  }
}
