import type { Control } from "react-hook-form"
import { useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { AmountsField } from "../../../../components/fields/amounts-field"
import { ChoiceField } from "../../../../components/fields/choice-field"
import { FormSection } from "../../../../components/form-section"
import type { ProgramForm } from "./program-form"

/** Whether payouts wait until somebody has looked at who the affiliate is. */
export const ProofFields = ({ control }: { control: Control<ProgramForm> }) => {
  const { t } = useTranslation("affiliate")
  const required = useWatch({ control, name: "identity_required" })

  return (
    <FormSection title={t("identity.program.title")}>
      <ChoiceField
        control={control}
        name="identity_required"
        label={t("identity.program.field")}
        options={[
          {
            value: "never",
            label: t("identity.program.never"),
            description: t("identity.program.neverHint"),
          },
          {
            value: "always",
            label: t("identity.program.always"),
            description: t("identity.program.alwaysHint"),
          },
          {
            value: "above_amount",
            label: t("identity.program.above"),
            description: t("identity.program.aboveHint"),
          },
        ]}
      />
      {required === "above_amount" && (
        <AmountsField
          control={control}
          name="identity_amounts"
          label={t("identity.program.amounts")}
          hint={t("identity.program.amountsHint")}
        />
      )}
    </FormSection>
  )
}
