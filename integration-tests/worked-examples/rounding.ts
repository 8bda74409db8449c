import { addWare } from "../harness/shop"
import { readVerdict, sellByCode } from "../harness/affiliates"
import type { Example } from "./example"
import { readFigures } from "./figures"
import { figuresOf } from "./order-a"
import { addPartner, programOf } from "./partners"

const YEN: Example = {
  name: "JPY, one item of 333, 7.5 %: 25, because the yen has no decimals",
  play: async (shop, check) => {
    const program_id = await programOf(shop, "7.5 %", { commission_value: 7.5 })
    const code = "RADIA"
    await addPartner(shop, "Radia Perlman", { code, program_id })
    const ware = await addWare(shop, {
      title: "Art print",
      price: { jpy: 333, usd: 3 },
    })
    const id = await sellByCode(shop, code, [{ ware }], "jpy")
    await check(
      "JPY, one item of 333, 7.5 %",
      {
        currency: "jpy",
        base: 333,
        commission: 25,
        lines: "Art print 25",
        status: "pending",
        balance: "pending 25",
      },
      figuresOf(shop, { id }),
      "jpy"
    )
    return [id]
  },
}

const CENTS: Example = {
  name: "three lines of 0.05 at 10 %: 0.02 in all, and the lines add up to it",
  play: async (shop, check) => {
    const program_id = await programOf(shop, "10 %", { commission_value: 10 })
    const code = "KAREN"
    await addPartner(shop, "Karen Spärck Jones", { code, program_id })
    const trifles = await Promise.all(
      ["Sticker", "Button", "Bookmark"].map((title) =>
        addWare(shop, { title, price: 0.05 })
      )
    )
    const id = await sellByCode(
      shop,
      code,
      trifles.map((ware) => ({ ware }))
    )
    await check(
      "USD, three lines of 0.05 each, 10 %",
      { base: 0.15, commission: 0.02, amounts: "0, 0.01, 0.01" },
      async () => {
        const [{ lines }] = (await readVerdict(shop, id)).commissions
        return {
          ...(await readFigures(shop, id)),
          // Which of three equal lines gets nothing is nobody's law.
          amounts: lines
            .map(({ amount }) => amount)
            .sort()
            .join(", "),
        }
      }
    )
    return [id]
  },
}

/** Amounts that do not come out even. */
export const ROUNDING: Example[] = [YEN, CENTS]
