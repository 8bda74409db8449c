import { readOrder } from "../../harness"
import { Fraction, NONE, WHOLE } from "../../support/fraction"
import { Order } from "../model/order"
import { UsedCode } from "../model/verdict"
import { Basket, MONEY, Partner, withoutTax, World } from "../world/world"

/** A coupon of the shop's own: it takes something off and credits nobody. */
export const SHOP_COUPON = { code: "SHOPSALE", percent: 7 }

export const working = ({ partners }: World): Partner[] =>
  partners.filter(({ affiliate }) => affiliate.status === "approved")

export function planBasket(world: World): Basket {
  const { random, goods } = world
  const shopper = random.pick(world.shoppers)
  const partners = random.shuffled(working(world))
  const typed = random.chance(0.5)
    ? partners.slice(0, random.chance(0.15) ? 2 : 1)
    : []
  const told = partners.at(-1)
  return {
    shopper,
    currency: random.pick(["usd", "usd", "eur", "jpy", "kwd"] as const),
    items: random
      .shuffled(goods)
      .slice(0, random.between(1, 3))
      .map((good) => ({ good, quantity: random.between(1, 4) })),
    typed,
    coupon: random.chance(0.1),
    told:
      told && random.chance(0.25)
        ? { partner: told, discount: random.chance(0.4) }
        : null,
    visitor: shopper.clicks.length > 0 && random.chance(0.7),
  }
}

/** Every percentage that comes off, the largest first: each is taken of what the ones before have left. */
function percentages({
  typed,
  coupon,
  told,
}: Basket): { partner: Partner | null; percent: number }[] {
  const partners = new Set([
    ...typed,
    ...(told?.discount ? [told.partner] : []),
  ])
  return [
    ...[...partners].map((partner) => ({
      partner,
      percent: partner.discountPercent,
    })),
    ...(coupon ? [{ partner: null, percent: SHOP_COUPON.percent }] : []),
  ].sort((a, b) => b.percent - a.percent)
}

const share = (percent: number): Fraction =>
  Fraction.of(percent).dividedBy(Fraction.of(100))

function codesOf(world: World, basket: Basket, subtotal: Fraction): UsedCode[] {
  const used: UsedCode[] = []
  let left = subtotal
  for (const { partner, percent } of percentages(basket)) {
    const discount = left.times(share(percent))
    left = left.minus(discount)
    if (partner) {
      const { affiliate } = partner
      used.push({
        affiliate,
        discount,
        madeInTurn: 2 * world.partners.indexOf(partner),
      })
    }
  }
  if (basket.told && !basket.told.discount) {
    const { partner } = basket.told
    const madeInTurn = 2 * world.partners.indexOf(partner) + 1
    used.push({ affiliate: partner.affiliate, discount: NONE, madeInTurn })
  }
  return used
}

/** Writes down in the model what was bought. */
export async function note(
  world: World,
  orderId: string,
  basket: Basket
): Promise<Order> {
  const { model, store } = world
  const { shopper, currency, items } = basket
  const money = MONEY[currency]
  const turn = model.judged.length + 1
  const order = new Order(orderId, `#${turn}`, money, withoutTax(10, money))
  const left = percentages(basket).reduce(
    (rest, { percent }) => rest.times(WHOLE.minus(share(percent))),
    WHOLE
  )
  const stored = await readOrder(store.shop, orderId)
  for (const { good, quantity } of items) {
    const line = stored.items.find(
      ({ product_title }) => product_title === good.ware.title
    )
    if (!line) throw new Error(`${order.name} has no ${good.ware.title}`)
    const unit = withoutTax(good.price[currency], money)
    order.lines.push({
      id: line.id,
      title: good.ware.title,
      unit,
      quantity,
      discount: unit.times(Fraction.of(quantity)).times(WHOLE.minus(left)),
      fulfilled: 0,
      requested: 0,
      back: 0,
      replaces: null,
    })
  }
  const subtotal = Fraction.sum(
    order.lines.map(({ unit, quantity }) => unit.times(Fraction.of(quantity)))
  )
  model.placed(order, {
    buyer: shopper,
    codes: codesOf(world, basket, subtotal),
    clicks: basket.visitor ? shopper.clicks : [],
  })
  return order
}

export const inWords = ({
  shopper,
  currency,
  items,
  typed,
  coupon,
  told,
  visitor,
}: Basket): string =>
  [
    `${shopper.name} buys in ${currency}: ${items.map(({ good, quantity }) => `${quantity} ${good.ware.title}`).join(", ")}`,
    ...typed.map(({ discountCode }) => `types ${discountCode}`),
    ...(coupon ? ["types the shop's own coupon"] : []),
    ...(told
      ? [
          `came with ${told.discount ? told.partner.discountCode : told.partner.plainCode}`,
        ]
      : []),
    ...(visitor ? ["is known as a visitor"] : []),
  ].join(", ")
