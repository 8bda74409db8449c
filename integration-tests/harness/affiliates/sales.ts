import { buy, capture, type Currency, type Line, type Shop } from "../shop"
import { remember } from "./touches"
import { untilPaid } from "./verdicts"

/**
 * Somebody buys who was sent by a code, which takes nothing off, and pays at once.
 *
 * @returns the order's id, when the books know that it is paid
 */
export async function sellByCode(
  shop: Shop,
  code: string,
  items: Line[],
  currency: Currency = "usd"
): Promise<string> {
  const { id } = await buy(shop, {
    items,
    currency,
    beforePayment: remember({ code }),
  })
  await capture(shop, id)
  await untilPaid(shop, id)
  return id
}
