import { MedusaContainer } from "@medusajs/framework/types"

import { releaseCommissionsWorkflow } from "../workflows/commissions"

/** Every minute: makes available what is due. Many instances may run it at once. */
export default async function affiliateReleaseCommissions(
  container: MedusaContainer
): Promise<void> {
  await releaseCommissionsWorkflow(container).run({ input: {} })
}

export const config = {
  name: "affiliate-release-commissions",
  schedule: "* * * * *",
}
