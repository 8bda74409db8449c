import {
  untilJudged,
  untilPaid,
} from "../../integration-tests/harness/affiliates"
import {
  cancelOrder,
  capture,
  claimReplacement,
  editOrder,
  exchange,
  readOrder,
  receiveReturn,
  refund,
  returnGoods,
} from "../../integration-tests/harness/shop"
import { money } from "./screen"
import type { DemoShop } from "./shop"
import type { Shopper } from "./shopper"

/** The part of an order's total that goodwill gives back. */
const GOODWILL = 0.15

/** Lets an order's fate take its course; answers what happened, in words for the screen. */
export async function meetFate(
  shop: DemoShop,
  orderId: string,
  shopper: Shopper
): Promise<string> {
  const { fate } = shopper
  if (fate === "unpaid") return "not captured yet"
  await capture(shop, orderId)
  const { reconciled_at } = await untilPaid(shop, orderId)
  const story = await turn(shop, orderId, shopper)
  // The books have heard of the turn once the verdict is a newer one.
  if (story)
    await untilJudged(
      shop,
      orderId,
      (verdict) => verdict.reconciled_at !== reconciled_at
    )
  return story
}

async function turn(
  shop: DemoShop,
  orderId: string,
  { fate, currency, items }: Shopper
): Promise<string> {
  const order = await readOrder(shop, orderId)
  const [line] = order.items
  const one = [{ lineId: line.id, quantity: 1 }]
  switch (fate) {
    case "kept":
    case "unpaid":
      return ""
    case "goodwill": {
      const amount = roundFor(currency, order.total * GOODWILL)
      await refund(shop, orderId, amount)
      return `${money(amount, currency)} given back as goodwill`
    }
    case "return":
      await returnGoods(shop, orderId, one)
      await payBackWhatIsOwed(shop, orderId)
      return `1 of ${items[0].quantity} ${line.title} returned and refunded`
    case "edit":
      await editOrder(shop, orderId, { add: [{ ware: shop.mug }] })
      return "edited: one Mug more"
    case "exchange": {
      const { returnId } = await exchange(shop, orderId, {
        back: one,
        out: [{ ware: shop.mug }],
      })
      await receiveReturn(shop, returnId)
      return `1 ${line.title} exchanged for a Mug`
    }
    case "replace": {
      const { returnId } = await claimReplacement(shop, orderId, {
        damaged: one,
        out: [{ ware: items[0].ware }],
      })
      await receiveReturn(shop, returnId)
      return `1 damaged ${line.title} replaced`
    }
    case "cancel":
      await cancelOrder(shop, orderId)
      return "cancelled"
  }
}

/** After a return Medusa owes the shopper; the merchant pays that back by hand. */
async function payBackWhatIsOwed(
  shop: DemoShop,
  orderId: string
): Promise<void> {
  const { summary } = await readOrder(shop, orderId)
  const owed = -(summary?.pending_difference ?? 0)
  if (owed > 0) await refund(shop, orderId, owed)
}

/** Medusa does not round what an order costs; people do. */
export const roundFor = (currency: string, value: number) =>
  currency === "jpy" ? Math.round(value) : Math.round(value * 100) / 100
