import type { Rule, RuleContent } from "../types"

export type RuleState = "in_force" | "scheduled" | "ended" | "retired"

/** Whether a rule applies to an order that is placed now. */
export function ruleStateOf(
  {
    starts_at,
    ends_at,
    retired_at,
  }: Pick<Rule, "starts_at" | "ends_at" | "retired_at">,
  now = new Date()
): RuleState {
  if (retired_at) {
    return "retired"
  }
  if (ends_at && new Date(ends_at) <= now) {
    return "ended"
  }
  return starts_at && new Date(starts_at) > now ? "scheduled" : "in_force"
}

const ASPECTS = ["name", "pays", "conditions", "caps", "validity"] as const
export type RuleAspect = (typeof ASPECTS)[number]

function aspectsOf(rule: RuleContent): Record<RuleAspect, unknown> {
  return {
    name: rule.name,
    pays: rule.exclude
      ? "nothing"
      : [rule.commission_type, rule.commission_value, rule.fixed_values],
    conditions: rule.conditions.map(({ attribute, values, negate = false }) => [
      attribute,
      negate,
      values,
    ]),
    caps: [rule.cap_per_order, rule.cap_per_period],
    validity: [rule.starts_at, rule.ends_at],
  }
}

/** In what a version says something else than the one before. */
export function changedAspects(
  before: RuleContent,
  after: RuleContent
): RuleAspect[] {
  const [was, is] = [aspectsOf(before), aspectsOf(after)]
  return ASPECTS.filter(
    (aspect) => JSON.stringify(was[aspect]) !== JSON.stringify(is[aspect])
  )
}
