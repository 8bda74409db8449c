import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { RuleFields } from "../../../modules/affiliate/service-layers/rule-fields"

export type AddRuleStepInput = { program_id: string } & RuleFields

/** Writes a new rule with its first version; undone, it applies to no order and is not shown. */
export const addRuleStep = createStep(
  "affiliate-add-rule",
  async ({ program_id, ...fields }: AddRuleStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { id } = await service.addRule(program_id, fields)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.softDeleteAffiliateRules([id])
  }
)
