import { MedusaContainer } from "@medusajs/framework/types"

import { lookUpDuePayouts } from "../workflows/payouts"

/** Every minute: what became of payments that nobody has heard of for a while. */
export default async function affiliateLookUpPayouts(
  container: MedusaContainer
): Promise<void> {
  await lookUpDuePayouts(container)
}

export const config = {
  name: "affiliate-look-up-payouts",
  schedule: "* * * * *",
}
