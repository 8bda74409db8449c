import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { codeFromName } from "../../../modules/affiliate/domain/code"
import { codeKey } from "../../../modules/affiliate/domain/normalize"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { ImportedAffiliate } from "../../../modules/affiliate/service-layers/import-lines"
import type { Imported } from "../../../modules/affiliate/service-layers/imports"
import { randomWord } from "../../codes/steps/prepare-code"

export interface ImportAffiliatesStepInput {
  /** Without a code one is made from the name. */
  affiliates: (Omit<ImportedAffiliate, "code"> & { code?: string })[]
}

/** Why one of many cannot be made; `index` counts from 0. */
export interface RefusedAffiliate {
  index: number
  type: string
  message: string
}

export interface ImportAffiliatesStepResult extends Omit<Imported, "refused"> {
  refused: RefusedAffiliate[]
}

/** How many promotions are asked for at a time. */
const AT_A_TIME = 200

/** Writes affiliates and codes, all or none; undone, they were never there. */
export const importAffiliatesStep = createStep(
  "affiliate-import-affiliates",
  async ({ affiliates }: ImportAffiliatesStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const lines = affiliates.map((affiliate) => ({
      ...affiliate,
      code: affiliate.code ?? codeFromName(affiliate.name, randomWord()),
    }))
    const promotions = await takenByPromotions(
      lines.map(({ code }) => code),
      container
    )
    const taken = lines.flatMap(({ code }, index): RefusedAffiliate[] =>
      promotions.has(codeKey(code))
        ? [
            {
              index,
              type: "duplicate_error",
              message: `Field 'code': ${code} is taken by a promotion of the store`,
            },
          ]
        : []
    )
    if (taken.length) {
      return new StepResponse<ImportAffiliatesStepResult, string[]>(
        { affiliates: [], discounts: [], refused: taken },
        []
      )
    }
    const { refused, ...imported } = await service.importAffiliates(lines)
    return new StepResponse<ImportAffiliatesStepResult, string[]>(
      {
        ...imported,
        refused: refused.map(({ index, error }) => ({
          index,
          type: error.type,
          message: error.message,
        })),
      },
      imported.affiliates.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (!ids?.length) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.takeBackImport(ids)
  }
)

/** Letter case tells Medusa's promotions apart, but neither shoppers nor affiliate codes. */
const takenByPromotions = async (
  codes: string[],
  container: MedusaContainer
): Promise<Set<string>> => {
  const service = container.resolve(Modules.PROMOTION)
  const found = new Set<string>()
  for (let from = 0; from < codes.length; from += AT_A_TIME) {
    const promotions = await service.listPromotions(
      {
        $or: codes.slice(from, from + AT_A_TIME).map((code) => ({
          // `_` stands for any sign otherwise.
          code: { $ilike: code.replace(/_/g, "\\_") },
        })),
      },
      { select: ["id", "code"], take: null }
    )
    promotions.forEach(({ code }) => code && found.add(codeKey(code)))
  }
  return found
}
