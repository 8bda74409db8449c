import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { audit, AuditCheck, StoredResult, storedResults } from "../sql/audit"
import { AffiliatePrivacy } from "./privacy"

/** The audit that anyone can run. */
export class AffiliateAudit extends AffiliatePrivacy {
  /** Every promise of the ledger, held against all that is stored. */
  async auditLedger(
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AuditCheck[]> {
    return this.transact_(audit, sharedContext)
  }

  /** What is stored for orders, newest first, to recompute and compare. */
  async listStoredResults(
    input: { before: string | null; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<StoredResult[]> {
    return this.transact((trx) => storedResults(trx, input), sharedContext)
  }
}
