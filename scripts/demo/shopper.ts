import type { Ware } from "../../integration-tests/harness/shop"
import type { Cast, Player } from "./cast"
import { NAMES } from "./names"
import type { Random } from "./random"
import type { DemoShop } from "./shop"

/** How a shopper came to the shop. */
export type Way = "code" | "word" | "click" | "coupon" | "nobody"

/** What becomes of the order. */
export type Fate =
  | "kept"
  | "unpaid"
  | "goodwill"
  | "return"
  | "edit"
  | "exchange"
  | "replace"
  | "cancel"

/** Somebody who will come, buy, and perhaps regret or return. */
export type Shopper = {
  name: string
  email: string
  currency: keyof typeof NAMES
  hasAccount: boolean
  way: Way
  /** Who sent them; undefined when nobody did. */
  sentBy?: Player
  items: { ware: Ware; quantity: number }[]
  fate: Fate
  /** Buys a second time, sent by nobody. */
  comesBack: boolean
}

/** Thinks up as many as are wanted; the same chance gives the same people. */
export function inventShoppers(
  random: Random,
  count: number,
  shop: DemoShop,
  cast: Cast
): Shopper[] {
  const names = new Set<string>()
  return Array.from({ length: count }, (_, index) => {
    const shopper = inventShopper(random, index + 1, shop, cast, names)
    names.add(shopper.name)
    return shopper
  })
}

/** How often a name is drawn again when somebody has it already. */
const DRAWS_MAX = 20

function inventShopper(
  random: Random,
  number: number,
  shop: DemoShop,
  cast: Cast,
  taken: Set<string>
): Shopper {
  const currency = random.weighted({ usd: 5, eur: 3, jpy: 2 })
  const [firsts, lasts] = NAMES[currency]
  const draw = () => `${random.pick(firsts)} ${random.pick(lasts)}`
  let name = draw()
  for (let draws = 1; taken.has(name) && draws < DRAWS_MAX; draws++)
    name = draw()
  const sender = random.pick(
    Object.values(cast).filter(({ word }) => word !== "LUCA")
  )
  const way = random.weighted<Way>({
    code: sender.code ? 9 : 0,
    word: 4,
    click: 5,
    coupon: 2,
    nobody: 3,
  })
  const wares = new Set(
    Array.from({ length: random.upTo(3) }, () => random.pick(shop.wares))
  )
  const fate = random.weighted<Fate>({
    kept: 10,
    unpaid: 2,
    goodwill: 3,
    return: 3,
    edit: 2,
    exchange: 2,
    replace: 1,
    cancel: 2,
  })
  return {
    name,
    email: `${ascii(name)}.${number}@example.com`,
    currency,
    hasAccount: random.next() < 0.5,
    way,
    ...(way !== "nobody" && { sentBy: sender }),
    items: [...wares].map((ware) => ({ ware, quantity: random.upTo(3) })),
    fate,
    comesBack: fate !== "cancel" && random.next() < 0.3,
  }
}

/** Letters that an e-mail address may have everywhere. */
const ascii = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(" ", ".")
    .replace(/[^a-z.]/g, "")
