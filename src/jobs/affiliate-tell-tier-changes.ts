import { MedusaContainer } from "@medusajs/framework/types"

import { tellTierChangesWorkflow } from "../workflows/tiers"

/** Every ten minutes: changes of tier that could not be told when they were made. */
export default async function affiliateTellTierChanges(
  container: MedusaContainer
): Promise<void> {
  await tellTierChangesWorkflow(container).run({ input: {} })
}

export const config = {
  name: "affiliate-tell-tier-changes",
  schedule: "*/10 * * * *",
}
