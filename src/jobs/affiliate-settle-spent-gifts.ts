import { MedusaContainer } from "@medusajs/framework/types"

import { settleSpentGiftsWorkflow } from "../workflows/payouts"

/** Every ten minutes: gifts that an order used without its event being heard. Many instances may run it at once. */
export default async function affiliateSettleSpentGifts(
  container: MedusaContainer
): Promise<void> {
  await settleSpentGiftsWorkflow(container).run({ input: {} })
}

export const config = {
  name: "affiliate-settle-spent-gifts",
  schedule: "4-59/10 * * * *",
}
