import {
  buy,
  capture,
  lineOf,
  readOrder,
  returnGoods,
  type Shop,
} from "../harness/shop"
import { readVerdict, untilJudged } from "../harness/affiliates"
import type { Look } from "./example"
import { readFigures } from "./figures"

/** What order A costs in all, in USD. */
export const ORDER_A_TOTAL = 228.8

/** Order A: 2 Shirts at 100 and a Mug at 20, with a code that gives 10 % off. */
export type BoughtOrderA = {
  id: string
  /** Id of the line of 2 Shirts. */
  shirts: string
  /** Id of the line of 1 Mug. */
  mug: string
}

/**
 * Somebody buys order A: 2 Shirts at 100 and a Mug at 20, 10 % tax added, shipping 10, and its payment is captured
 * unless told not to. Waits until the books know of that.
 *
 * @param code gives 10 % off
 * @param name whose name is on the parcel
 */
export async function buyOrderA(
  shop: Shop,
  code: string,
  { captured = true, name }: { captured?: boolean; name?: string } = {}
): Promise<BoughtOrderA> {
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt, quantity: 2 }, { ware: shop.mug }],
    code,
    name,
  })
  if (captured) await capture(shop, id)
  const order = await readOrder(shop, id)
  // What was not priced like order A cannot earn what order A earns.
  if (order.total !== ORDER_A_TOTAL)
    throw new Error(`order A costs ${order.total}, not ${ORDER_A_TOTAL}`)
  await untilJudged(shop, id, ({ paid }) => paid === captured)
  return {
    id,
    shirts: lineOf(order, "Shirt").id,
    mug: lineOf(order, "Mug").id,
  }
}

/** Reads the figures of an order as they are now. */
export const figuresOf =
  (shop: Shop, { id }: { id: string }): Look =>
  () =>
    readFigures(shop, id)

/** Does something to an order; its figures count once the books have heard of that. */
export async function figuresAfter(
  shop: Shop,
  { id }: { id: string },
  deed: () => Promise<unknown>
): Promise<Look> {
  const before = await readVerdict(shop, id)
  await deed()
  return async () => {
    const { reconciled_at } = await readVerdict(shop, id)
    if (reconciled_at === before.reconciled_at) return undefined
    return await readFigures(shop, id)
  }
}

/** One of order A's Shirts comes back. Its money is not paid back by that. */
export const returnOneShirt = (
  shop: Shop,
  { id, shirts }: BoughtOrderA
): Promise<void> => returnGoods(shop, id, [{ lineId: shirts, quantity: 1 }])
