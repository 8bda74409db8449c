import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/**
 * Looks up the program that a request names, if any.
 *
 * @throws invalid_data when there is no such program
 */
export const checkProgramStep = createStep(
  "affiliate-check-program",
  async ({ program_id }: { program_id?: string | null }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const found = program_id
      ? await service.listAffiliatePrograms(
          { id: program_id },
          { select: ["id"] }
        )
      : []
    if (program_id && !found.length) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Field 'program_id': there is no program ${program_id}`
      )
    }
    return new StepResponse(null)
  }
)
