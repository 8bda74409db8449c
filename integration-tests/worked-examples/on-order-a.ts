import {
  cancelOrder,
  claimReplacement,
  readOrder,
  receiveReturn,
  refund,
  type Shop,
} from "../harness/shop"
import { readVerdict } from "../harness/affiliates"
import type { Example } from "./example"
import { readFigures } from "./figures"
import {
  buyOrderA,
  figuresAfter,
  ORDER_A_TOTAL,
  returnOneShirt,
  type BoughtOrderA,
} from "./order-a"
import { addPartner, twentyPercent } from "./partners"

/** Order A by the code of an affiliate of its own, at 20 %. */
async function placeAtTwentyPercent(
  shop: Shop,
  affiliate: string,
  code: string,
  { captured, name }: { captured?: boolean; name?: string } = {}
): Promise<BoughtOrderA> {
  await addPartner(shop, affiliate, {
    code,
    discount_percent: 10,
    program_id: await twentyPercent(shop),
  })
  return await buyOrderA(shop, code, { captured, name })
}

const PLACED: Example = {
  name: "order A placed: 198 is the base and 39.60 the commission",
  play: async (shop, check) => {
    const { id } = await placeAtTwentyPercent(shop, "Ada Lovelace", "ADA10", {
      name: "Emmy Noether",
    })
    await check(
      "A placed: 2 Shirts at 100, a Mug at 20, 10 % off, 20 %",
      {
        total: ORDER_A_TOTAL,
        order: "paid",
        credited: "Ada Lovelace",
        base: 198,
        commission: 39.6,
        "2 Shirts": "36 of 180",
        "1 Mug": "3.6 of 18",
        commissions: "1",
        status: "pending",
        entries: "39.6",
        balance: "pending 39.6",
      },
      async () => {
        const { total } = await readOrder(shop, id)
        const [{ lines }] = (await readVerdict(shop, id)).commissions
        return {
          ...(await readFigures(shop, id)),
          ...Object.fromEntries(
            lines.map(({ quantity, title, base, amount }) => [
              `${quantity} ${title}${quantity === 1 ? "" : "s"}`,
              `${amount} of ${base}`,
            ])
          ),
          total,
        }
      }
    )
    return [id]
  },
}

const GOODWILL: Example = {
  name: "a goodwill refund of 33 scales the commission to 33.89",
  play: async (shop, check) => {
    const order = await placeAtTwentyPercent(
      shop,
      "Mary Allen Wilkes",
      "MARY10",
      { name: "Sofia Kovalevskaya" }
    )
    await check(
      "A, then a goodwill refund of 33",
      {
        base: 198,
        commission: 33.89,
        lines: "Mug 3.08, Shirt 30.81",
        status: "pending",
        balance: "pending 33.89",
      },
      await figuresAfter(shop, order, () => refund(shop, order.id, 33))
    )
    return [order.id]
  },
}

const RETURN: Example = {
  name: "one Shirt returned leaves 21.60, the 99 paid back for it change nothing, a further refund of 20 leaves 18.27",
  play: async (shop, check) => {
    const order = await placeAtTwentyPercent(
      shop,
      "Adele Goldberg",
      "ADELE10",
      {
        name: "Maryam Mirzakhani",
      }
    )
    await check(
      "A, then one Shirt returned and received",
      {
        base: 108,
        commission: 21.6,
        lines: "Mug 3.6, Shirt 18",
        status: "pending",
        balance: "pending 21.6",
      },
      await figuresAfter(shop, order, () => returnOneShirt(shop, order))
    )
    await check(
      "… and those 99 refunded (the return already did it)",
      { base: 108, commission: 21.6, entries: "39.6, -18" },
      await figuresAfter(shop, order, () => refund(shop, order.id, 99))
    )
    await check(
      "… and a further goodwill refund of 20",
      {
        base: 108,
        commission: 18.27,
        // 15.225 and 3.045: the odd cent goes to the larger share.
        lines: "Mug 3.04, Shirt 15.23",
        balance: "pending 18.27",
      },
      await figuresAfter(shop, order, () => refund(shop, order.id, 20))
    )
    return [order.id]
  },
}

const canceled = (
  when: "before" | "after",
  affiliate: string,
  code: string
): Example => ({
  name: `cancelled ${when} its payment was captured: base and commission are 0`,
  play: async (shop, check) => {
    const order = await placeAtTwentyPercent(shop, affiliate, code, {
      captured: when === "after",
    })
    await check(
      `A, then cancelled ${when} it was captured`,
      {
        order: "cancelled",
        base: 0,
        commission: 0,
        lines: "Mug 0, Shirt 0",
        status: "clawed_back",
        balance: "nothing",
      },
      await figuresAfter(shop, order, () => cancelOrder(shop, order.id))
    )
    return [order.id]
  },
})

const CLAIM: Example = {
  name: "a claim that replaces a damaged Shirt leaves 39.60, when confirmed and when the old one comes back",
  play: async (shop, check) => {
    const order = await placeAtTwentyPercent(
      shop,
      "Evelyn Boyd Granville",
      "EVELYN10",
      { name: "Hypatia Alexandrina" }
    )
    const asPlaced = {
      base: 198,
      commission: 39.6,
      lines: "Mug 3.6, Shirt 36",
      status: "pending",
      balance: "pending 39.6",
    }
    let returnId = ""
    await check(
      "A, then a claim: a damaged Shirt is replaced",
      asPlaced,
      await figuresAfter(shop, order, async () => {
        const claim = await claimReplacement(shop, order.id, {
          damaged: [{ lineId: order.shirts, quantity: 1 }],
          out: [{ ware: shop.shirt }],
        })
        returnId = claim.returnId
      })
    )
    await check(
      "… and the damaged one comes back",
      asPlaced,
      await figuresAfter(shop, order, () => receiveReturn(shop, returnId))
    )
    return [order.id]
  },
}

/** What happens to order A, and what it earns then at 20 %. */
export const ON_ORDER_A: Example[] = [
  PLACED,
  GOODWILL,
  RETURN,
  canceled("before", "Jean Sammet", "JEAN10"),
  canceled("after", "Kathleen Booth", "KATHLEEN10"),
  CLAIM,
]
