import { ExecArgs } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { auditHealth } from "../workflows/orders/audit"

/**
 * The whole audit from the command line, every order recomputed:
 * `npx medusa exec ./node_modules/medusa-plugin-affiliate/.medusa/server/src/scripts/affiliate-audit.js`
 *
 * @throws unexpected_state when a check fails, so that the command ends with an error
 */
export default async function affiliateAudit({
  container,
}: ExecArgs): Promise<void> {
  const { ok, checks } = await auditHealth(container, null)
  for (const check of checks) {
    const outcome = check.ok
      ? "ok"
      : `${check.failures} FAILED: ${check.sample.join(", ")}`
    process.stdout.write(
      `${check.name}: ${check.checked} checked, ${outcome}\n`
    )
  }
  if (!ok) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The affiliate books do not agree"
    )
  }
}
