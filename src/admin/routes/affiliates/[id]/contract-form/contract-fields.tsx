import type { Control } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { PercentField } from "../../../../components/fields/figure-field"
import { MomentField } from "../../../../components/fields/moment-field"
import {
  TextareaField,
  TextField,
} from "../../../../components/fields/text-field"
import type { ContractForm } from "./contract-form"

type ContractFieldsProps = {
  control: Control<ContractForm>
  /** Orders were placed under it: its share and its start stay. */
  hasStarted?: boolean
}

/** What was agreed on with one affiliate. */
export const ContractFields = ({
  control,
  hasStarted = false,
}: ContractFieldsProps) => {
  const { t } = useTranslation("affiliate")
  return (
    <>
      <TextField
        control={control}
        name="title"
        label={t("contracts.fields.title")}
      />
      <PercentField
        control={control}
        name="revenue_split"
        label={t("contracts.form.split")}
        hint={t("contracts.form.splitHint")}
        disabled={hasStarted}
      />
      <MomentField
        control={control}
        name="starts_at"
        label={t("contracts.fields.startsAt")}
        hint={t("contracts.form.startsHint")}
        disabled={hasStarted}
      />
      <MomentField
        control={control}
        name="ends_at"
        label={t("contracts.fields.endsAt")}
        hint={t("contracts.form.endsHint")}
        optional
      />
      <TextareaField
        control={control}
        name="terms"
        label={t("contracts.fields.terms")}
        hint={t("contracts.form.termsHint")}
        rows={8}
        optional
      />
    </>
  )
}
