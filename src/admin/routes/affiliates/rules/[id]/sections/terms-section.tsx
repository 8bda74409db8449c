import { useTranslation } from "react-i18next"

import { Section } from "../../../../../components/section"
import type { Rule } from "../../../../../types"
import { RuleSentences } from "../../rule-sentences"

/** What the rule says, as sentences that need no manual. */
export const TermsSection = ({ rule }: { rule: Rule }) => {
  const { t } = useTranslation("affiliate")
  return (
    <Section title={t("rules.terms.title")}>
      <RuleSentences rule={rule} />
    </Section>
  )
}
