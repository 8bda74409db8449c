import { MedusaContainer } from "@medusajs/framework/types"

import { sweepPromotionsWorkflow } from "../workflows/codes"

/** Every five minutes: discounts that a crash left on or off. Many instances may run it at once. */
export default async function affiliateSweepPromotions(
  container: MedusaContainer
): Promise<void> {
  await sweepPromotionsWorkflow(container).run({ input: {} })
}

export const config = {
  name: "affiliate-sweep-promotions",
  schedule: "*/5 * * * *",
}
