import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import type { WantedValues } from "../hooks/condition-values"
import { useValueNames } from "../hooks/condition-values"
import type { RuleCondition, RuleContent } from "../types"
import { useFormat } from "./format"
import { useTermsWords } from "./terms-words"

/** Longer ids say no more than their beginning. */
const ID_SHOWN = 12

/**
 * What rules say, in plain words.
 *
 * @param rules Whose values are named.
 * @param shown How many values of a condition are named; the others are counted.
 */
export function useRuleWords(
  rules: Pick<RuleContent, "conditions">[],
  shown: number
) {
  const { t } = useTranslation("affiliate")
  const format = useFormat()
  const terms = useTermsWords()
  const nameOf = useValueNames(wantedOf(rules, shown))

  return useMemo(() => {
    /** `A, B or 3 more`, in the dashboard's language. */
    const values = ({ attribute, values: all }: RuleCondition): string => {
      const names = all.slice(0, shown).map((value) => {
        const name = nameOf(attribute, value)
        return name === null
          ? t("rules.words.gone", { id: shorten(value) })
          : (name ?? "…")
      })
      const more = all.length - names.length
      return format.oneOf(
        more > 0 ? [...names, t("rules.words.more", { count: more })] : names
      )
    }

    const fixed = (rule: RuleContent) =>
      rule.fixed_values.length
        ? terms.amounts(rule.fixed_values)
        : t("programs.rate.anyCurrency", {
            amount: format.number(rule.commission_value),
          })

    return {
      /** `20 %`, `$5.00 / item`, `Earns nothing`. */
      paysShort: (rule: RuleContent) =>
        rule.exclude ? t("rules.words.nothing") : terms.rateShort(rule),

      /** What is earned, as sentences. */
      pays: (rule: RuleContent): string => {
        if (rule.exclude) {
          return t("rules.terms.paysNothing")
        }
        switch (rule.commission_type) {
          case "percentage":
            return t("rules.terms.paysPercentage", {
              percent: format.percent(rule.commission_value),
            })
          case "fixed_per_item":
          case "fixed_per_order": {
            const key =
              rule.commission_type === "fixed_per_item"
                ? "paysItem"
                : "paysOrder"
            return [
              t(`rules.terms.${key}`, { amounts: fixed(rule) }),
              ...(rule.fixed_values.length
                ? [t("rules.terms.onlyListed")]
                : []),
            ].join(" ")
          }
        }
      },

      condition: (condition: RuleCondition): string =>
        t(condition.negate ? "rules.words.isNot" : "rules.words.is", {
          attribute: t(`rules.attribute.${condition.attribute}`),
          values: values(condition),
        }),

      /** The limits, a sentence each; empty where there are none. */
      caps: ({ cap_per_order, cap_per_period }: RuleContent): string[] => [
        ...(cap_per_order.length
          ? [
              t("rules.terms.capOrder", {
                amounts: terms.amounts(cap_per_order),
              }),
            ]
          : []),
        ...(cap_per_period
          ? [
              t(`rules.terms.capPeriod.${cap_per_period.period}`, {
                amounts: terms.amounts(cap_per_period.values),
              }),
            ]
          : []),
      ],

      /** `From 1 Dec 2026`, for little room. */
      validityShort: ({ starts_at, ends_at }: RuleContent): string => {
        const [start, end] = [format.date(starts_at), format.date(ends_at)]
        if (starts_at && ends_at) {
          return t("rules.words.fromUntil", { start, end })
        }
        if (starts_at) {
          return t("rules.words.from", { start })
        }
        return ends_at
          ? t("rules.words.until", { end })
          : t("rules.words.always")
      },

      validity: ({ starts_at, ends_at }: RuleContent): string => {
        const [start, end] = [
          format.dateTime(starts_at),
          format.dateTime(ends_at),
        ]
        if (starts_at && ends_at) {
          return t("rules.terms.whenFromUntil", { start, end })
        }
        if (starts_at) {
          return t("rules.terms.whenFrom", { start })
        }
        return ends_at
          ? t("rules.terms.whenUntil", { end })
          : t("rules.terms.whenAlways")
      },
    }
  }, [t, format, terms, nameOf, shown])
}

export type RuleWords = ReturnType<typeof useRuleWords>

function wantedOf(
  rules: Pick<RuleContent, "conditions">[],
  shown: number
): WantedValues {
  const wanted: WantedValues = {}
  for (const { attribute, values } of rules.flatMap(
    (rule) => rule.conditions
  )) {
    wanted[attribute] = [
      ...(wanted[attribute] ?? []),
      ...values.slice(0, shown),
    ]
  }
  return wanted
}

const shorten = (id: string) =>
  id.length > ID_SHOWN ? `${id.slice(0, ID_SHOWN)}…` : id
