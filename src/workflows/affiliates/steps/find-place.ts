import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface FindPlaceInput {
  /** Handle of the program applied to. */
  program?: string | null
  /** Any code of whoever referred them. */
  referral_code?: string | null
}

export interface Place {
  /** Without it the default program's. */
  program_id?: string
  parent_id?: string
}

/**
 * Finds which program somebody who registers joins, and below whom. Whoever was referred joins the
 * referrer's program.
 *
 * @throws invalid_data for a code that does not work, for an unknown program, and when the two do not agree
 */
export const findPlaceStep = createStep(
  "affiliate-find-place",
  async ({ program, referral_code }: FindPlaceInput, { container }) => {
    const program_id = program ? await programOf(program, container) : undefined
    if (!referral_code) {
      return new StepResponse<Place>({ program_id })
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const code = await service.findActiveCode(referral_code)
    if (!code) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Field 'referral_code': there is no affiliate code ${referral_code}`
      )
    }
    if (program_id && program_id !== code.program_id) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Field 'referral_code': ${referral_code} is a code of another program than ${program}`
      )
    }
    return new StepResponse<Place>({
      parent_id: code.affiliate_id,
      program_id: code.program_id,
    })
  }
)

const programOf = async (
  handle: string,
  container: MedusaContainer
): Promise<string> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const [program] = await service.listAffiliatePrograms(
    { handle },
    { select: ["id"] }
  )
  if (!program) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Field 'program': there is no program ${handle}`
    )
  }
  return program.id
}
