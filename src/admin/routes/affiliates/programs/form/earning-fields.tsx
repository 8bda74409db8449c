import type { Control } from "react-hook-form"
import { useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { AmountsField } from "../../../../components/fields/amounts-field"
import { ChoiceField } from "../../../../components/fields/choice-field"
import {
  FigureField,
  PercentField,
} from "../../../../components/fields/figure-field"
import { SwitchField } from "../../../../components/fields/switch-field"
import { FieldGrid, FormSection } from "../../../../components/form-section"
import type { ProgramForm } from "./program-form"

/** What is earned, and on what. */
export const EarningFields = ({
  control,
}: {
  control: Control<ProgramForm>
}) => {
  const { t } = useTranslation("affiliate")
  const type = useWatch({ control, name: "commission_type" })
  const listed = useWatch({ control, name: "fixed_values" }).length > 0

  return (
    <FormSection title={t("programs.form.earning")}>
      <ChoiceField
        control={control}
        name="commission_type"
        label={t("programs.form.type")}
        options={[
          {
            value: "percentage",
            label: t("programs.form.typePercentage"),
            description: t("programs.form.typePercentageHint"),
          },
          {
            value: "fixed_per_item",
            label: t("programs.form.typeItem"),
            description: t("programs.form.typeItemHint"),
          },
          {
            value: "fixed_per_order",
            label: t("programs.form.typeOrder"),
            description: t("programs.form.typeOrderHint"),
          },
        ]}
      />
      {type === "percentage" ? (
        <>
          <FieldGrid>
            <PercentField
              control={control}
              name="percent"
              label={t("programs.form.percent")}
            />
          </FieldGrid>
          <FieldGrid>
            <SwitchField
              control={control}
              name="include_shipping"
              label={t("programs.form.includeShipping")}
              hint={t("programs.form.includeShippingHint")}
            />
            <SwitchField
              control={control}
              name="include_tax"
              label={t("programs.form.includeTax")}
              hint={t("programs.form.includeTaxHint")}
            />
          </FieldGrid>
        </>
      ) : (
        <>
          <AmountsField
            control={control}
            name="fixed_values"
            label={t("programs.form.fixed")}
            hint={t("programs.form.fixedHint")}
          />
          {!listed && (
            <FieldGrid>
              <FigureField
                control={control}
                name="any_currency"
                label={t("programs.form.anyCurrency")}
                hint={t("programs.form.anyCurrencyHint")}
              />
            </FieldGrid>
          )}
        </>
      )}
    </FormSection>
  )
}
