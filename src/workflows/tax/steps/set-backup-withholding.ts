import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface SetBackupWithholdingStepInput {
  affiliate_id: string
  backup_withholding: boolean
  /** What the tax authority wrote, and when. */
  reason: string | null
}

/** Writes it down; undone, what was said before is back. */
export const setBackupWithholdingStep = createStep(
  "affiliate-set-backup-withholding",
  async (input: SetBackupWithholdingStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { before } = await service.setBackupWithholding(input)
    const { affiliate_id } = input
    return new StepResponse(
      { id: affiliate_id },
      {
        affiliate_id,
        backup_withholding: before.backup_withholding,
        reason: before.reason,
      }
    )
  },
  async (before, { container }) => {
    if (!before) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.setBackupWithholding(before)
  }
)
