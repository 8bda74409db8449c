import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { RuleFields } from "../../../modules/affiliate/service-layers/rule-fields"

export type PublishRuleStepInput = { id: string } & Partial<RuleFields>

const asTime = (time: Date | null): string | null => time && time.toISOString()

/** Writes the next version of a rule; undone, one more version says again what the rule said before. */
export const publishRuleStep = createStep(
  "affiliate-publish-rule",
  async ({ id, ...changes }: PublishRuleStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { rule, before } = await service.publishRule(id, changes)
    const undo: PublishRuleStepInput = {
      ...before,
      id,
      commission_value: before.commission_value ?? 0,
      starts_at: asTime(before.starts_at),
      ends_at: asTime(before.ends_at),
    }
    return new StepResponse({ id, version: rule.version }, undo)
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const { id, ...before } = undo
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.publishRule(id, before)
  }
)
