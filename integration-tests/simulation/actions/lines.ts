import { readOrder } from "../../harness"
import { NONE } from "../../support/fraction"
import { Line, Order, Replacement } from "../model/order"
import { Judged } from "../model/verdict"
import { Good, withoutTax, World } from "../world/world"

export const canBeSentBack = ({ quantity, requested, back }: Line): number =>
  quantity - requested - back

/** Orders with goods at the shopper's, or on their way, that nothing is waited for. */
export const quiet = ({ model }: World): Judged[] =>
  model.judged.filter(
    ({ order }) =>
      !order.canceled &&
      !order.incoming &&
      order.lines.some((line) => canBeSentBack(line) > 0)
  )

/** Some units of some line to be sent back. Goods are sent out before, so the whole order counts as sent. */
export function chooseBack(
  { random }: World,
  order: Order,
  may: (line: Line) => boolean
) {
  const lines = order.lines.filter(
    (line) => canBeSentBack(line) > 0 && may(line)
  )
  if (lines.length === 0) return null
  const line = random.pick(lines)
  return { line, quantity: random.between(1, canBeSentBack(line)) }
}

export const sendAll = ({ lines }: Order): void => {
  for (const line of lines) line.fulfilled = line.quantity
}

/** Finds the lines that the shop has added to an order and notes them. */
export async function noteAdded(
  { store }: World,
  order: Order,
  added: { good: Good; quantity: number }[],
  replaces: Replacement | null
): Promise<Line[]> {
  const stored = await readOrder(store.shop, order.id)
  const known = new Set(order.lines.map(({ id }) => id))
  const lines = added.map(({ good, quantity }) => {
    const line = stored.items.find(
      ({ id, product_title }) =>
        !known.has(id) && product_title === good.ware.title
    )
    if (!line) throw new Error(`${order.name} has no new ${good.ware.title}`)
    const price = good.price[order.money.code as keyof Good["price"]]
    return {
      id: line.id,
      title: good.ware.title,
      unit: withoutTax(price, order.money),
      quantity,
      discount: NONE,
      fulfilled: 0,
      requested: 0,
      back: 0,
      replaces,
    }
  })
  order.lines.push(...lines)
  return lines
}

export const chooseGood = ({
  random,
  goods,
}: World): { good: Good; quantity: number } => ({
  good: random.pick(goods),
  quantity: random.between(1, 2),
})

export const toItem = ({
  good,
  quantity,
}: {
  good: Good
  quantity: number
}) => ({
  ware: good.ware,
  quantity,
})
