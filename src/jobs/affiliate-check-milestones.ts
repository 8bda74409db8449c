import { MedusaContainer } from "@medusajs/framework/types"

import { checkMilestonesWorkflow } from "../workflows/milestones"

/** Every five minutes: milestones reached, announced and told. */
export default async function affiliateCheckMilestones(
  container: MedusaContainer
): Promise<void> {
  await checkMilestonesWorkflow(container).run({
    input: { affiliate_ids: null },
  })
}

export const config = {
  name: "affiliate-check-milestones",
  schedule: "*/5 * * * *",
}
