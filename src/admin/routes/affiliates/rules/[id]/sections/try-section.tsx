import { useTranslation } from "react-i18next"

import { Section } from "../../../../../components/section"
import type { Rule } from "../../../../../types"
import { toDraft } from "../../form/rule-form"
import { TryPanel } from "../../try/try-panel"

/** What an order brings, and what it would bring if the rule held for it as it stands now. */
export const TrySection = ({ rule }: { rule: Rule }) => {
  const { t } = useTranslation("affiliate")
  return (
    <Section
      title={t("rules.try.title")}
      description={t("rules.try.description")}
    >
      <div className="px-6 py-4">
        <TryPanel
          programId={rule.program_id}
          ruleId={rule.id}
          says={String(rule.version)}
          draft={async () => toDraft(rule, rule.program_id)}
        />
      </div>
    </Section>
  )
}
