import { z } from "@medusajs/framework/zod"

import {
  amountRowsRule,
  toAmountRows,
  toAmounts,
} from "../../../../../lib/amount-rows"
import { linesOf } from "../../../../../lib/lines"
import type { Translate } from "../../../../../lib/form-rules"
import {
  amountProblem,
  percentRule,
  readDecimal,
  readOptional,
  textRule,
  wholeRule,
} from "../../../../../lib/form-rules"
import type { CommissionType, Tier, UpdateTier } from "../../../../../types"

const NAME_MAX = 200
const RANK_MAX = 1000
const DAYS_MAX = 3650
const FEATURES_MAX = 20
const FEATURE_MAX = 200

/** A tier as a form holds it. */
export const tierSchema = (t: Translate, type: CommissionType) =>
  z
    .object({
      name: textRule(t, NAME_MAX),
      rank: wholeRule(t, { max: RANK_MAX }),
      commission_value:
        type === "percentage"
          ? percentRule(t, { optional: true })
          : z
              .string()
              .refine(
                (text) => !text.trim() || (readDecimal(text) ?? -1) >= 0,
                {
                  error: t("common.form.min", { min: 0 }),
                }
              ),
      minimum_payouts: amountRowsRule(t),
      requirements: z.array(
        z
          .object({
            metric: z.enum(["revenue", "orders", "commission"]),
            threshold: z.string(),
            currency_code: z.string(),
            window_days: wholeRule(t, {
              optional: true,
              min: 1,
              max: DAYS_MAX,
            }),
          })
          .superRefine(({ metric, threshold, currency_code }, ctx) => {
            const problem =
              metric === "orders"
                ? countProblem(t, threshold)
                : amountProblem(t, threshold, currency_code, true)
            if (problem) {
              ctx.addIssue({
                code: "custom",
                path: ["threshold"],
                message: problem,
              })
            }
          })
      ),
      auto: z.boolean(),
      /** One a line. */
      features: z.string(),
    })
    .superRefine(({ features }, ctx) => {
      const lines = linesOf(features)
      const message =
        lines.length > FEATURES_MAX
          ? t("programs.tier.featuresMany", { max: FEATURES_MAX })
          : lines.some((line) => line.length > FEATURE_MAX)
            ? t("common.form.tooLong", { max: FEATURE_MAX })
            : null
      if (message) {
        ctx.addIssue({ code: "custom", path: ["features"], message })
      }
    })

export type TierForm = z.infer<ReturnType<typeof tierSchema>>

export const EMPTY_TIER: TierForm = {
  name: "",
  rank: "0",
  commission_value: "",
  minimum_payouts: [],
  requirements: [],
  auto: false,
  features: "",
}

export function toTierForm(tier: Tier, storeCurrency: string): TierForm {
  return {
    name: tier.name,
    rank: String(tier.rank),
    commission_value: tier.commission_value?.toString() ?? "",
    minimum_payouts: toAmountRows(tier.minimum_payouts),
    requirements: tier.requirements.map((requirement) => ({
      metric: requirement.metric,
      threshold: String(requirement.threshold),
      currency_code: requirement.currency_code ?? storeCurrency,
      window_days: requirement.window_days?.toString() ?? "",
    })),
    auto: tier.auto,
    features: tier.features.join("\n"),
  }
}

export function toTierBody(form: TierForm) {
  return {
    name: form.name.trim(),
    rank: Number(form.rank),
    commission_value: readOptional(form.commission_value) ?? null,
    minimum_payouts: toAmounts(form.minimum_payouts),
    requirements: form.requirements.map((requirement) => ({
      metric: requirement.metric,
      threshold: readDecimal(requirement.threshold) ?? 0,
      window_days: readOptional(requirement.window_days) ?? null,
      ...(requirement.metric === "orders"
        ? {}
        : { currency_code: requirement.currency_code }),
    })),
    auto: form.auto,
    features: linesOf(form.features),
  } satisfies UpdateTier
}

function countProblem(t: Translate, text: string): string | null {
  const count = readDecimal(text)
  if (count === null || !Number.isInteger(count)) {
    return t("common.form.wholeNumber")
  }
  return count < 0 ? t("common.form.min", { min: 0 }) : null
}
