import type { Control } from "react-hook-form"
import { useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { ChoiceField } from "../../../../components/fields/choice-field"
import { FigureField } from "../../../../components/fields/figure-field"
import { SelectField } from "../../../../components/fields/select-field"
import { SwitchField } from "../../../../components/fields/switch-field"
import { FieldGrid, FormSection } from "../../../../components/form-section"
import type { ProgramForm } from "./program-form"

/** Which orders are credited, and to whom. */
export const CreditingFields = ({
  control,
}: {
  control: Control<ProgramForm>
}) => {
  const { t } = useTranslation("affiliate")
  const trailing = useWatch({ control, name: "trailing" })

  return (
    <FormSection title={t("programs.form.crediting")}>
      <FieldGrid>
        <FigureField
          control={control}
          name="attribution_window_days"
          label={t("programs.form.window")}
          hint={t("programs.form.windowHint")}
          after={t("common.unit.days")}
        />
        <SelectField
          control={control}
          name="self_referral"
          label={t("programs.form.self")}
          options={[
            { value: "block", label: t("programs.form.selfBlock") },
            { value: "flag", label: t("programs.form.selfFlag") },
            { value: "allow", label: t("programs.form.selfAllow") },
          ]}
        />
      </FieldGrid>
      <ChoiceField
        control={control}
        name="attribution_model"
        label={t("programs.form.model")}
        columns={2}
        options={[
          {
            value: "last_touch",
            label: t("programs.form.modelLast"),
            description: t("programs.form.modelLastHint"),
          },
          {
            value: "first_touch",
            label: t("programs.form.modelFirst"),
            description: t("programs.form.modelFirstHint"),
          },
        ]}
      />
      <FieldGrid>
        <SelectField
          control={control}
          name="trailing"
          label={t("programs.form.trailing")}
          options={[
            { value: "default", label: t("programs.form.trailingForever") },
            { value: "first", label: t("programs.form.trailingFirst") },
            { value: "months", label: t("programs.form.trailingMonths") },
          ]}
        />
        {trailing === "months" && (
          <FigureField
            control={control}
            name="trailing_months"
            label={t("programs.form.months")}
          />
        )}
      </FieldGrid>
      <SwitchField
        control={control}
        name="new_customers_only"
        label={t("programs.form.newCustomers")}
        hint={t("programs.form.newCustomersHint")}
      />
    </FormSection>
  )
}
