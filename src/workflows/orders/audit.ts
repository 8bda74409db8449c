import { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import AffiliateModuleService from "../../modules/affiliate/service"
import { AuditCheck } from "../../modules/affiliate/sql/audit"
import { checkDrift } from "./drift"

export interface Health {
  ok: boolean
  checks: AuditCheck[]
}

/**
 * Holds every promise of the ledger against what is stored, and against the
 * orders themselves. Reads only.
 *
 * @param orders_max how many orders are recomputed, newest first; `null` = all
 */
export const auditHealth = async (
  container: MedusaContainer,
  orders_max: number | null
): Promise<Health> => {
  const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const checks = [
    ...(await service.auditLedger()),
    await checkDrift(container, orders_max),
  ]
  return { ok: checks.every(({ ok }) => ok), checks }
}
