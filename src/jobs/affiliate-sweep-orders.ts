import { MedusaContainer } from "@medusajs/framework/types"

import { sweepOrdersWorkflow } from "../workflows/orders"

/** Every two minutes: orders with something new that no event told of. */
export default async function affiliateSweepOrders(
  container: MedusaContainer
): Promise<void> {
  await sweepOrdersWorkflow(container).run({ input: { window_days: 3 } })
}

export const config = {
  name: "affiliate-sweep-orders",
  schedule: "*/2 * * * *",
}
