import { z } from "@medusajs/framework/zod"

import {
  amountRowsRule,
  toAmountRows,
  toAmounts,
} from "../../../../lib/amount-rows"
import type { Translate } from "../../../../lib/form-rules"
import { percentRule, readDecimal, textRule } from "../../../../lib/form-rules"
import { RULE_ATTRIBUTES } from "../../../../lib/rule-attributes"
import type { CreateRule, RuleContent } from "../../../../types"

const NAME_MAX = 200

/** The store takes no more. */
export const CONDITIONS_MAX = 13
const VALUES_MAX = 500

const PERIODS = ["day", "week", "month", "all"] as const

/** A rule as a form holds it. */
export const ruleSchema = (t: Translate) =>
  z
    .object({
      program_id: z.string().min(1, t("common.form.required")),
      name: textRule(t, NAME_MAX),
      pays: z.enum([
        "percentage",
        "fixed_per_item",
        "fixed_per_order",
        "nothing",
      ]),
      percent: percentRule(t, { optional: true }),
      /** A fixed amount that counts in every currency, when none is listed. */
      any_currency: z.string(),
      fixed_values: amountRowsRule(t),
      conditions: z.array(
        z.object({
          attribute: z.enum(RULE_ATTRIBUTES),
          relation: z.enum(["is", "is_not"]),
          values: z
            .array(z.string())
            .min(1, t("rules.form.valuesNeeded"))
            .max(VALUES_MAX, t("rules.form.valuesMany", { max: VALUES_MAX })),
        })
      ),
      cap_per_order: amountRowsRule(t),
      period: z.enum(PERIODS),
      cap_per_period: amountRowsRule(t),
      starts_at: z.date().nullable(),
      ends_at: z.date().nullable(),
    })
    .superRefine((form, ctx) => {
      const fail = (path: (string | number)[], message: string) =>
        ctx.addIssue({ code: "custom", path, message })

      if (form.pays === "percentage" && !form.percent.trim()) {
        fail(["percent"], t("common.form.required"))
      }
      if (
        isFixed(form) &&
        !form.fixed_values.length &&
        (readDecimal(form.any_currency) ?? 0) <= 0
      ) {
        fail(["any_currency"], t("programs.form.fixedNeeded"))
      }
      if (form.pays === "nothing" && !form.conditions.length) {
        fail(["pays"], t("rules.form.conditionsNeeded"))
      }
      const asked = new Set<string>()
      form.conditions.forEach(({ attribute, relation }, index) => {
        const key = `${attribute} ${relation}`
        if (asked.has(key)) {
          fail(["conditions", index, "attribute"], t("rules.form.asksTwice"))
        }
        asked.add(key)
      })
      const { starts_at, ends_at } = form
      if (starts_at && ends_at && ends_at <= starts_at) {
        fail(["ends_at"], t("rules.form.endBeforeStart"))
      }
    })

export type RuleForm = z.infer<ReturnType<typeof ruleSchema>>

const isFixed = ({ pays }: Pick<RuleForm, "pays">) =>
  pays === "fixed_per_item" || pays === "fixed_per_order"

export const emptyRule = (programId: string): RuleForm => ({
  program_id: programId,
  name: "",
  pays: "percentage",
  percent: "",
  any_currency: "",
  fixed_values: [],
  conditions: [],
  cap_per_order: [],
  period: "month",
  cap_per_period: [],
  starts_at: null,
  ends_at: null,
})

export function toRuleForm(rule: RuleContent, programId: string): RuleForm {
  const pays = rule.exclude ? "nothing" : rule.commission_type
  return {
    program_id: programId,
    name: rule.name,
    pays,
    percent: pays === "percentage" ? String(rule.commission_value) : "",
    any_currency:
      isFixed({ pays }) && !rule.fixed_values.length
        ? String(rule.commission_value)
        : "",
    fixed_values: toAmountRows(rule.fixed_values),
    conditions: rule.conditions.map(({ attribute, negate, values }) => ({
      attribute,
      relation: negate ? "is_not" : "is",
      values,
    })),
    cap_per_order: toAmountRows(rule.cap_per_order),
    period: rule.cap_per_period?.period ?? "month",
    cap_per_period: toAmountRows(rule.cap_per_period?.values ?? []),
    starts_at: toDate(rule.starts_at),
    ends_at: toDate(rule.ends_at),
  }
}

/** All that the rule says, so that nothing of an older version is left standing. */
export function toRule(form: RuleForm): CreateRule {
  const { pays } = form
  const percentage = pays === "percentage"
  const nothing = pays === "nothing"
  return {
    program_id: form.program_id,
    name: form.name.trim(),
    exclude: nothing,
    commission_type: nothing ? "percentage" : pays,
    commission_value: nothing
      ? 0
      : (readDecimal(percentage ? form.percent : form.any_currency) ?? 0),
    fixed_values: isFixed(form) ? toAmounts(form.fixed_values) : [],
    conditions: form.conditions.map(({ attribute, relation, values }) => ({
      attribute,
      values,
      ...(relation === "is_not" ? { negate: true } : {}),
    })),
    cap_per_order: nothing ? [] : toAmounts(form.cap_per_order),
    cap_per_period:
      nothing || !form.cap_per_period.length
        ? null
        : { period: form.period, values: toAmounts(form.cap_per_period) },
    starts_at: form.starts_at?.toISOString() ?? null,
    ends_at: form.ends_at?.toISOString() ?? null,
  }
}

/** What a rule says, as its preview takes it. */
export function toDraft(rule: RuleContent, programId: string): CreateRule {
  return toRule(toRuleForm(rule, programId))
}

function toDate(moment: string | null): Date | null {
  return moment ? new Date(moment) : null
}
