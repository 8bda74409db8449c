import {
  cancelOrder,
  claimReplacement,
  receiveReturn,
  refund,
  returnGoods,
  type Shop,
} from "../../../integration-tests/harness/shop"
import { addCode, addProgram, join, type Terms } from "../affiliates"
import type { Check } from "./check"
import { placeOrderA, type OrderA } from "./order-a"

/** What happens to order A, and what it earns then at 20 %. */
export async function playOrderA(shop: Shop, check: Check): Promise<void> {
  const program_id = await addProgram(shop, {
    name: "Example: 20 %",
    commission_value: 20,
  })
  const ada = await join(
    shop,
    { name: "Ada Lovelace", email: "ada.lovelace@example.com" },
    { program_id }
  )
  const code = await addCode(shop, ada, "ADA10", 10)
  const returnShirt = ({ id, shirts }: OrderA) =>
    returnGoods(shop, id, [{ lineId: shirts, quantity: 1 }])

  const placed = await placeOrderA(shop, code, { name: "Emmy Noether" })
  await check(
    "A placed: 2 Shirts at 100, a Mug at 20, 10 % off, 20 %",
    { total: 228.8, base: 198, commission: 39.6, Shirt: 36, Mug: 3.6 },
    async () => ({ total: placed.total, ...(await placed.figures()) })
  )

  const goodwill = await placeOrderA(shop, code, { name: "Sofia Kovalevskaya" })
  await check(
    "A, then a goodwill refund of 33",
    { commission: 33.89 },
    await goodwill.after(() => refund(shop, goodwill.id, 33))
  )

  const returned = await placeOrderA(shop, code, { name: "Maryam Mirzakhani" })
  await check(
    "A, then one Shirt returned and received",
    { base: 108, commission: 21.6 },
    await returned.after(() => returnShirt(returned))
  )
  await check(
    "… and those 99 refunded (the return already did it)",
    { base: 108, commission: 21.6 },
    await returned.after(() => refund(shop, returned.id, 99))
  )
  await check(
    "… and a further goodwill refund of 20",
    { commission: 18.27 },
    await returned.after(() => refund(shop, returned.id, 20))
  )

  for (const captured of [false, true]) {
    const canceled = await placeOrderA(shop, code, { captured })
    await check(
      `A, then cancelled ${captured ? "after" : "before"} it was captured`,
      { base: 0, commission: 0, status: "clawed_back" },
      await canceled.after(() => cancelOrder(shop, canceled.id))
    )
  }

  const claimed = await placeOrderA(shop, code, { name: "Hypatia Alexandrina" })
  let returnId = ""
  await check(
    "A, then a claim: a damaged Shirt is replaced by a new one",
    { base: 198, commission: 39.6 },
    await claimed.after(async () => {
      const claim = await claimReplacement(shop, claimed.id, {
        damaged: [{ lineId: claimed.shirts, quantity: 1 }],
        out: [{ ware: shop.shirt }],
      })
      returnId = claim.returnId
    })
  )
  await check(
    "… and the damaged one comes back",
    { base: 198, commission: 39.6 },
    await claimed.after(() => receiveReturn(shop, returnId))
  )
}

/** Order A below somebody who earns with it. */
export async function playUpperLevels(shop: Shop, check: Check): Promise<void> {
  const cases = [
    {
      share: { level: 2, percent: 5, basis: "order" },
      upper: 9.9,
      name: "upper level 5 % of the order",
      people: ["Jean Jennings Bartik", "Grace Hopper"],
      code: "GRACE10",
    },
    {
      share: { level: 2, percent: 10, basis: "commission" },
      upper: 3.96,
      name: "upper level 10 % of the commission",
      people: ["Dorothy Vaughan", "Katherine Johnson"],
      code: "KATHERINE10",
    },
  ] as const
  for (const { share, upper, name, people, code } of cases) {
    const program_id = await addProgram(shop, {
      name: `Example: ${name}`,
      commission_value: 20,
      levels: [share],
    })
    const [above, below] = people
    const parent = await join(
      shop,
      { name: above, email: emailOf(above) },
      { program_id }
    )
    const child = await join(
      shop,
      { name: below, email: emailOf(below) },
      { program_id, parent_id: parent.id }
    )
    const order = await placeOrderA(shop, await addCode(shop, child, code, 10))
    await check(
      `A, ${name}`,
      { commission: 39.6, "upper level": upper },
      order.figures
    )
  }
}

/** Order A at a fixed amount. */
export async function playFixedAmounts(
  shop: Shop,
  check: Check
): Promise<void> {
  const joinAtFixed = async (terms: Terms, name: string, code: string) => {
    const program_id = await addProgram(shop, terms)
    const affiliate = await join(
      shop,
      { name, email: emailOf(name) },
      { program_id }
    )
    return await addCode(shop, affiliate, code, 10)
  }
  const perItem = await placeOrderA(
    shop,
    await joinAtFixed(
      {
        name: "Example: 5 per item",
        commission_type: "fixed_per_item",
        fixed_values: [{ currency_code: "usd", amount: 5 }],
      },
      "Margaret Hamilton",
      "MARGARET10"
    )
  )
  await check("A, fixed 5 per item", { commission: 15 }, perItem.figures)
  await check(
    "… and one Shirt returned",
    { commission: 10 },
    await perItem.after(() =>
      returnGoods(shop, perItem.id, [{ lineId: perItem.shirts, quantity: 1 }])
    )
  )

  const perOrder = await placeOrderA(
    shop,
    await joinAtFixed(
      {
        name: "Example: 7 per order",
        commission_type: "fixed_per_order",
        fixed_values: [{ currency_code: "usd", amount: 7 }],
      },
      "Annie Easley",
      "ANNIE10"
    )
  )
  await check("A, fixed 7 per order", { commission: 7 }, perOrder.figures)
  await check(
    "… and one Shirt returned",
    { commission: 7 },
    await perOrder.after(() =>
      returnGoods(shop, perOrder.id, [{ lineId: perOrder.shirts, quantity: 1 }])
    )
  )
  await check(
    "… and all the rest",
    { commission: 0 },
    await perOrder.after(() =>
      returnGoods(shop, perOrder.id, [
        { lineId: perOrder.shirts, quantity: 1 },
        { lineId: perOrder.mug, quantity: 1 },
      ])
    )
  )
}

const emailOf = (name: string) =>
  `${name.toLowerCase().replaceAll(" ", ".")}@example.com`
