import { useTranslation } from "react-i18next"

import { useFormat } from "../../../../lib/format"
import { tellRefused, tellStep, tellWhyNot } from "../../../../lib/trace-facts"
import type { PricedLine, TraceFacts, TraceStep } from "../../../../types"

/** What the store calls a rule that is tried and does not exist yet. */
const NEW_RULE = "affrule_preview"

type RuleLine = Extract<TraceFacts, { kind: "rule_line" }>

/**
 * Says by which rule a line is priced, and why by no other.
 *
 * @param ruleId The rule that was tried; without one, it was a new rule.
 */
export function usePreviewWords(ruleId = NEW_RULE) {
  const { t } = useTranslation("affiliate")
  const { money, percent, dateTime } = useFormat()
  const speaker = { t, money, percent, dateTime }

  const named = ({ rule, excluded }: PricedLine): string =>
    rule
      ? t(excluded ? "rules.try.excludedBy" : "rules.try.byRule", {
          rule: rule.name,
          version: rule.version,
        })
      : t("rules.try.byTerms")

  return {
    currentBy: named,

    previewBy: (line: PricedLine): string =>
      line.rule?.id === ruleId
        ? t(line.excluded ? "rules.try.excludedByThis" : "rules.try.byThis")
        : named(line),

    /** Why the other rules do not price the line. */
    refusals: (facts: RuleLine | undefined): string[] =>
      facts
        ? [
            ...facts.refused
              .filter(({ rule_id }) => rule_id === ruleId)
              .map((refused) =>
                t("rules.try.notThis", { why: tellWhyNot(refused, speaker) })
              ),
            ...tellRefused(
              {
                ...facts,
                refused: facts.refused.filter(
                  ({ rule_id }) => rule_id !== ruleId
                ),
              },
              speaker
            ),
          ]
        : [],

    /** Why rules apply to no line of the order, and what was cut off by limits. */
    wholeOrder: (trace: TraceStep[]): string[] =>
      trace.flatMap((step) => {
        switch (step.facts?.kind) {
          case "rules":
            return tellRefused(step.facts, speaker)
          case "rule_cap":
          case "refunds":
          case "canceled": {
            const { lookedAt, found, followed } = tellStep(step, speaker)
            return [`${lookedAt}: ${found}. ${followed}.`]
          }
          default:
            return []
        }
      }),
  }
}
