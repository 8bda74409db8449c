import { MedusaContainer } from "@medusajs/framework/types"

import { sweepOrdersWorkflow } from "../workflows/orders"

/** Once a night: every order, in case the store was down for days. */
export default async function affiliateSweepAllOrders(
  container: MedusaContainer
): Promise<void> {
  await sweepOrdersWorkflow(container).run({ input: { window_days: null } })
}

export const config = {
  name: "affiliate-sweep-all-orders",
  schedule: "17 3 * * *",
}
