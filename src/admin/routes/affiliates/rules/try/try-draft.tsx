import type { UseFormReturn } from "react-hook-form"
import { useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { FormSection } from "../../../../components/form-section"
import type { CreateRule } from "../../../../types"
import type { RuleForm } from "../form/rule-form"
import { toRule } from "../form/rule-form"
import { TryPanel } from "./try-panel"

type TryDraftProps = {
  form: UseFormReturn<RuleForm>
  /** The rule that the form makes the next version of. */
  ruleId?: string
}

/** Tries what stands in a form, before it is published. */
export const TryDraft = ({ form, ruleId }: TryDraftProps) => {
  const { t } = useTranslation("affiliate")
  const says = useWatch({ control: form.control })

  return (
    <FormSection
      title={t("rules.try.formTitle")}
      description={t("rules.try.description")}
    >
      <TryPanel
        key={says.program_id}
        programId={says.program_id ?? ""}
        says={JSON.stringify(says)}
        ruleId={ruleId}
        draft={async () => {
          let rule: CreateRule | null = null
          // As when it is sent, so that a complaint goes as soon as it is met.
          await form.handleSubmit((values) => {
            rule = toRule(values)
          })()
          return rule
        }}
      />
    </FormSection>
  )
}
