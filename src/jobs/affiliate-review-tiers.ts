import { MedusaContainer } from "@medusajs/framework/types"

import { reviewTiersWorkflow } from "../workflows/tiers"

/** Once a night: who moves to another tier. Many instances may run it at once. */
export default async function affiliateReviewTiers(
  container: MedusaContainer
): Promise<void> {
  await reviewTiersWorkflow(container).run({ input: {} })
}

export const config = {
  name: "affiliate-review-tiers",
  schedule: "41 2 * * *",
}
