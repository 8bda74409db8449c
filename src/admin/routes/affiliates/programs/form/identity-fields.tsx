import type { Control, FieldPath, FieldValues } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { SelectField } from "../../../../components/fields/select-field"
import { TextField } from "../../../../components/fields/text-field"
import type { IdentityForm } from "./program-form"

type IdentityFieldsProps<TForm extends FieldValues> = {
  control: Control<TForm>
  /** Where the form keeps each of the three; forms differ in what they hold besides. */
  names: Record<keyof IdentityForm, FieldPath<TForm>>
  isNew?: boolean
  /** The default program keeps its handle. */
  fixedHandle?: boolean
}

export const IDENTITY_NAMES = {
  name: "name",
  handle: "handle",
  status: "status",
} as const

/** What a program is called, and whether it runs. */
export const IdentityFields = <TForm extends FieldValues>({
  control,
  names,
  isNew = false,
  fixedHandle = false,
}: IdentityFieldsProps<TForm>) => {
  const { t } = useTranslation("affiliate")
  return (
    <>
      <TextField
        control={control}
        name={names.name}
        label={t("programs.fields.name")}
      />
      <TextField
        control={control}
        name={names.handle}
        label={t("programs.fields.handle")}
        hint={t(
          isNew
            ? "programs.fields.handleHintNew"
            : fixedHandle
              ? "programs.edit.defaultHandle"
              : "programs.fields.handleHint"
        )}
        optional={isNew}
        disabled={fixedHandle}
      />
      <SelectField
        control={control}
        name={names.status}
        label={t("programs.fields.status")}
        hint={t("programs.edit.statusHint")}
        options={[
          { value: "active", label: t("programs.status.active") },
          { value: "inactive", label: t("programs.status.inactive") },
        ]}
      />
    </>
  )
}
