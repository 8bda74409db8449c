import { Text, clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

import { useRuleWords } from "../../../lib/rule-words"
import type { RuleContent } from "../../../types"

/** Values of a condition that are named; a rule may have hundreds. */
const VALUES_SHOWN = 100

type RuleSentencesProps = {
  rule: RuleContent
  /** In a drawer, what is said stands below what it is about. */
  narrow?: boolean
}

/** All that a version of a rule says, in plain words. */
export const RuleSentences = ({ rule, narrow }: RuleSentencesProps) => {
  const { t } = useTranslation("affiliate")
  const words = useRuleWords([rule], VALUES_SHOWN)
  const caps = words.caps(rule)

  const rows: { about: string; says: ReactNode }[] = [
    { about: t("rules.terms.pays"), says: words.pays(rule) },
    {
      about: t("rules.terms.where"),
      says: rule.conditions.length ? (
        <>
          {t("rules.terms.whereSome")}
          <ul className="marker:text-ui-fg-muted mt-1.5 list-disc space-y-1.5 ps-4">
            {rule.conditions.map((condition, index) => (
              <li key={index}>{words.condition(condition)}</li>
            ))}
          </ul>
        </>
      ) : (
        t("rules.terms.whereAll")
      ),
    },
    // What earns nothing cannot earn too much.
    ...(rule.exclude
      ? []
      : [
          {
            about: t("rules.terms.caps"),
            says: caps.length ? caps.join(" ") : t("rules.terms.capsNone"),
          },
        ]),
    { about: t("rules.terms.when"), says: words.validity(rule) },
  ]

  return (
    <div className="divide-y">
      {rows.map(({ about, says }) => (
        <div
          key={about}
          className={clx(
            "text-ui-fg-subtle grid grid-cols-1 gap-x-4 gap-y-1 px-6 py-4",
            !narrow && "md:grid-cols-3"
          )}
        >
          <Text size="small" leading="compact" weight="plus">
            {about}
          </Text>
          <div
            className={clx(
              "txt-small text-ui-fg-base min-w-0 text-pretty break-words",
              !narrow && "md:col-span-2"
            )}
          >
            {says}
          </div>
        </div>
      ))}
    </div>
  )
}
