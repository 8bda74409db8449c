import { returnGoods, type Shop } from "../harness/shop"
import type { Example } from "./example"
import {
  buyOrderA,
  figuresAfter,
  figuresOf,
  returnOneShirt,
  type BoughtOrderA,
} from "./order-a"
import { addPartner, programOf } from "./partners"

/** Order A by the code of an affiliate who gets a fixed amount of USD. */
async function placeAtFixed(
  shop: Shop,
  amount: number,
  per: "item" | "order",
  { name, code }: { name: string; code: string }
): Promise<BoughtOrderA> {
  const program_id = await programOf(shop, `${amount} per ${per}`, {
    commission_type: `fixed_per_${per}`,
    commission_value: amount,
  })
  await addPartner(shop, name, { code, discount_percent: 10, program_id })
  return await buyOrderA(shop, code)
}

const PER_ITEM: Example = {
  name: "5 fixed per item earns 15.00, and 10.00 after one Shirt is returned",
  play: async (shop, check) => {
    const order = await placeAtFixed(shop, 5, "item", {
      name: "Margaret Hamilton",
      code: "MARGARET10",
    })
    await check(
      "A, fixed 5 per item",
      { commission: 15, lines: "Mug 5, Shirt 10" },
      figuresOf(shop, order)
    )
    await check(
      "… and one Shirt returned",
      { commission: 10, lines: "Mug 5, Shirt 5" },
      await figuresAfter(shop, order, () => returnOneShirt(shop, order))
    )
    return [order.id]
  },
}

const PER_ORDER: Example = {
  name: "7 fixed per order earns 7.00, still 7.00 after one Shirt is returned, and 0 when all is",
  play: async (shop, check) => {
    const order = await placeAtFixed(shop, 7, "order", {
      name: "Annie Easley",
      code: "ANNIE10",
    })
    await check(
      "A, fixed 7 per order",
      { commission: 7 },
      figuresOf(shop, order)
    )
    await check(
      "… and one Shirt returned",
      { commission: 7, status: "pending" },
      await figuresAfter(shop, order, () => returnOneShirt(shop, order))
    )
    await check(
      "… and all the rest",
      { base: 0, commission: 0, status: "clawed_back" },
      await figuresAfter(shop, order, () =>
        returnGoods(shop, order.id, [
          { lineId: order.shirts, quantity: 1 },
          { lineId: order.mug, quantity: 1 },
        ])
      )
    )
    return [order.id]
  },
}

/** Order A at a fixed amount. */
export const FIXED_AMOUNTS: Example[] = [PER_ITEM, PER_ORDER]
