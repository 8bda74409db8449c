import { Choice, TextField } from "../../components/field"
import { FormGroup } from "../../components/form-group"
import { Tick } from "../../components/tick"
import { useSpeech } from "../../i18n/language"
import type { FieldsProps } from "./fields"

/** The number of a W-9, and what its signer may have to cross out. */
export function UsFields({ field, choice, tick }: FieldsProps) {
  const { t } = useSpeech()
  return (
    <FormGroup title={t("tax.groups.number")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          label={t("tax.fields.tin_type")}
          options={[
            { value: "", label: t("entry.signUp.choose") },
            { value: "ssn", label: "SSN" },
            { value: "itin", label: "ITIN" },
            { value: "ein", label: "EIN" },
          ]}
          {...choice("tin_type")}
        />
        <TextField
          label={t("tax.fields.tin")}
          hint={t("tax.hints.tin")}
          autoComplete="off"
          inputMode="numeric"
          {...field("tin")}
        />
      </div>
      <Tick
        label={t("tax.fields.backup_withholding")}
        {...tick("backup_withholding")}
      />
    </FormGroup>
  )
}
