import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import {
  NamedValues,
  newlyNamed,
  problemOfNamedValues,
} from "../../../modules/affiliate/domain/rules/named-values"
import {
  RuleAttribute,
  RuleCondition,
} from "../../../modules/affiliate/domain/rules/rule"
import { fromJsonColumn } from "../../../modules/affiliate/models/json-list"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface CheckConditionsStepInput {
  conditions: RuleCondition[] | undefined
  /** Of a new rule. */
  program_id?: string
  /** The rule that is changed, or that a draft stands in for. */
  rule_id?: string
}

/** Where the values of an attribute are found, and the fields that a rule may name them by. */
const SOURCES: Partial<
  Record<RuleAttribute, { entity: string; named_by: string[] }>
> = {
  product: { entity: "product", named_by: ["id"] },
  variant: { entity: "product_variant", named_by: ["id"] },
  collection: { entity: "product_collection", named_by: ["id"] },
  category: { entity: "product_category", named_by: ["id"] },
  type: { entity: "product_type", named_by: ["id"] },
  tag: { entity: "product_tag", named_by: ["id"] },
  sales_channel: { entity: "sales_channel", named_by: ["id"] },
  region: { entity: "region", named_by: ["id"] },
  customer_group: { entity: "customer_group", named_by: ["id"] },
  campaign: { entity: "campaign", named_by: ["id", "campaign_identifier"] },
  tier: { entity: "affiliate_tier", named_by: ["id"] },
  affiliate: { entity: "affiliate", named_by: ["id"] },
}

/**
 * Refuses conditions that name what the store does not have, and tiers of another program: such a rule would say
 * something and do nothing.
 *
 * @throws invalid_data naming the condition and the values
 */
export const checkConditionsStep = createStep(
  "affiliate-check-conditions",
  async (input: CheckConditionsStepInput, { container }) => {
    if (!input.conditions?.length) {
      return
    }
    const { program_id, before } = await ruleBefore(container, input)
    const named = newlyNamed(input.conditions, before)
    const problem = problemOfNamedValues(
      named,
      await findNamed(container, named, program_id)
    )
    if (problem) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, problem)
    }
  }
)

/** The program that a rule is of, and what it says now; an unknown rule is refused by whoever changes it. */
const ruleBefore = async (
  container: MedusaContainer,
  { program_id, rule_id }: CheckConditionsStepInput
): Promise<{ program_id: string | undefined; before: RuleCondition[] }> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const [rule] = rule_id
    ? await service.listAffiliateRules({ id: rule_id })
    : []
  if (!rule) {
    return { program_id, before: [] }
  }
  const [current] = await service.listAffiliateRuleVersions({
    rule_id: rule.id,
    version: rule.version,
  })
  return {
    program_id: rule.program_id,
    before: fromJsonColumn<RuleCondition>(current.conditions),
  }
}

/** What there is of what is named; one query an attribute. */
const findNamed = async (
  container: MedusaContainer,
  named: NamedValues[],
  program_id: string | undefined
): Promise<Map<RuleAttribute, Set<string>>> => {
  const wanted = new Map<RuleAttribute, string[]>()
  for (const { attribute, values } of named) {
    wanted.set(attribute, [...(wanted.get(attribute) ?? []), ...values])
  }
  return new Map(
    await Promise.all(
      [...wanted].map(
        async ([attribute, values]) =>
          [
            attribute,
            await findValues(container, attribute, values, program_id),
          ] as const
      )
    )
  )
}

const findValues = async (
  container: MedusaContainer,
  attribute: RuleAttribute,
  values: string[],
  program_id: string | undefined
): Promise<Set<string>> => {
  const source = SOURCES[attribute]
  if (!source) {
    return new Set()
  }
  const { entity, named_by } = source
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity,
    fields: named_by,
    filters: {
      $or: named_by.map((field) => ({ [field]: values })),
      ...(attribute === "tier" ? { program_id } : {}),
    },
    pagination: { skip: 0, take: values.length * named_by.length },
  })
  return new Set(
    (data as Record<string, string>[]).flatMap((row) =>
      named_by.map((field) => row[field])
    )
  )
}
