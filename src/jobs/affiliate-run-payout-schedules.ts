import { MedusaContainer } from "@medusajs/framework/types"

import { runPayoutSchedulesWorkflow } from "../workflows/payout-batches"

/**
 * Every minute: makes the batches that schedules are due for, and goes on with
 * batches that nobody works on. Many instances may run it at once.
 */
export default async function affiliateRunPayoutSchedules(
  container: MedusaContainer
): Promise<void> {
  await runPayoutSchedulesWorkflow(container).run({ input: {} })
}

export const config = {
  name: "affiliate-run-payout-schedules",
  schedule: "* * * * *",
}
