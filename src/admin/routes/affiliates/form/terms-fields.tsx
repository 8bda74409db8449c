import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"

import {
  FigureField,
  PercentField,
} from "../../../components/fields/figure-field"
import { SelectField } from "../../../components/fields/select-field"
import type { AffiliateForm } from "./affiliate-form"

/** Terms of the affiliate's own, in place of the tier's and the program's. */
export const TermsFields = ({
  form,
}: {
  form: UseFormReturn<AffiliateForm>
}) => {
  const { t } = useTranslation("affiliate")
  const { control } = form

  return (
    <>
      <PercentField
        control={control}
        name="commission"
        label={t("affiliates.create.commission")}
        hint={t("affiliates.create.commissionHint")}
        optional
      />
      <SelectField
        control={control}
        name="trailing"
        label={t("affiliates.fields.trailing")}
        hint={t("affiliates.trailing.hint")}
        options={[
          { value: "default", label: t("affiliates.trailing.program") },
          { value: "first", label: t("affiliates.trailing.first") },
          { value: "months", label: t("affiliates.trailing.months") },
        ]}
      />
      {form.watch("trailing") === "months" && (
        <FigureField
          control={control}
          name="trailing_months"
          label={t("affiliates.trailing.monthsLabel")}
        />
      )}
    </>
  )
}
