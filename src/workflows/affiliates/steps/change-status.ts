import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { StatusAction } from "../../../modules/affiliate/domain/affiliate-status"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { Reapply } from "../../../modules/affiliate/service-layers/people"

export interface ChangeStatusInput {
  id: string
  action: StatusAction
  reason?: string | null
  /** Of a rejection; without it the program's days. */
  reapply?: Reapply
}

/** Moves an affiliate to another status; undone, status and history are what they were. */
export const changeStatusStep = createStep(
  "affiliate-change-status",
  async (input: ChangeStatusInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { affiliate, undo } = await service.changeAffiliateStatus(input)
    return new StepResponse(
      { id: affiliate.id, status: affiliate.status },
      undo
    )
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliates(undo)
  }
)
