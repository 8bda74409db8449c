import { ok } from "../shop"
import type { Merchant } from "./merchant"
import { unique } from "./unique"

export const RULES = "/admin/affiliate-rules"

/** A rule as the routes answer it, as far as it is read here. */
export type RuleAnswer = {
  id: string
  version: number
  name: string
  program_id: string
  retired_at: string | null
  published_at: string
} & Record<string, unknown>

export type ConditionFields = {
  attribute: string
  values: string[]
  negate?: boolean
}

/** A rule of 5 % unless said otherwise. */
export async function addRule(
  { admin }: Merchant,
  program_id: string,
  fields: Record<string, unknown> & { conditions?: ConditionFields[] } = {}
): Promise<RuleAnswer> {
  const { affiliate_rule } = ok(
    await admin.post(RULES, {
      program_id,
      name: unique("Rule "),
      ...(fields.exclude
        ? {}
        : { commission_type: "percentage", commission_value: 5 }),
      ...fields,
    })
  )
  return affiliate_rule
}
