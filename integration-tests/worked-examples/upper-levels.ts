import type { ProgramFields } from "../harness/affiliates"
import type { Example, Figures } from "./example"
import { buyOrderA, figuresOf } from "./order-a"
import { addPartner, programOf } from "./partners"

const upperLevel = (
  terms: string,
  share: NonNullable<ProgramFields["levels"]>[number],
  { above, below, code }: { above: string; below: string; code: string },
  expected: Figures
): Example => ({
  name: `an upper level of ${terms} earns ${expected["upper level"]} beside the 39.60`,
  play: async (shop, check) => {
    const program_id = await programOf(shop, `upper level ${terms}`, {
      commission_value: 20,
      levels: [share],
    })
    const parent = await addPartner(shop, above, {
      code: `${code}-UP`,
      program_id,
    })
    await addPartner(shop, below, {
      code,
      discount_percent: 10,
      program_id,
      parent_id: parent.id,
    })
    const order = await buyOrderA(shop, code)
    await check(
      `A, upper level ${terms}`,
      {
        credited: below,
        commissions: "2",
        commission: 39.6,
        balance: "pending 39.6",
        ...expected,
      },
      figuresOf(shop, order)
    )
    return [order.id]
  },
})

/** Order A below somebody who earns with it. */
export const UPPER_LEVELS: Example[] = [
  upperLevel(
    "5 % of the order",
    { level: 2, percent: 5, basis: "order" },
    { above: "Jean Jennings Bartik", below: "Grace Hopper", code: "GRACE10" },
    {
      "upper level": 9.9,
      "upper lines": "Mug 0.9, Shirt 9",
      "upper balance": "pending 9.9",
    }
  ),
  upperLevel(
    "10 % of the commission",
    { level: 2, percent: 10, basis: "commission" },
    {
      above: "Dorothy Vaughan",
      below: "Katherine Johnson",
      code: "KATHERINE10",
    },
    {
      "upper level": 3.96,
      "upper lines": "Mug 0.36, Shirt 3.6",
      "upper balance": "pending 3.96",
    }
  ),
]
