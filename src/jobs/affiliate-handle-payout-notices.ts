import { MedusaContainer } from "@medusajs/framework/types"

import { handleDueNotices } from "../workflows/payout-notices/handle-due-notices"

/** Every minute: notices of payout providers that were not handled when they came. */
export default async function affiliateHandlePayoutNotices(
  container: MedusaContainer
): Promise<void> {
  await handleDueNotices(container)
}

export const config = {
  name: "affiliate-handle-payout-notices",
  schedule: "* * * * *",
}
