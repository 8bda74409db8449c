import { TextField } from "../../components/field"
import { FormGroup } from "../../components/form-group"
import { Tick } from "../../components/tick"
import type { TaxFormType } from "../../../shared/tax-forms"
import { useSpeech } from "../../i18n/language"
import type { FieldsProps } from "./fields"
import { YES } from "./values"

/** Who signs, and what for. */
export function Signature({
  form,
  values,
  field,
  tick,
}: FieldsProps & { form: TaxFormType }) {
  const { t } = useSpeech()
  return (
    <FormGroup title={t("tax.groups.signature")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("tax.fields.signature")}
          hint={t("tax.hints.signature")}
          autoComplete="off"
          {...field("signature")}
        />
        <TextField
          label={t("tax.fields.capacity")}
          hint={t("tax.hints.capacity")}
          optional={values.entity !== YES}
          autoComplete="off"
          {...field("capacity")}
        />
      </div>
      <Tick label={t(`tax.certify.${form}`)} {...tick("certified")} />
    </FormGroup>
  )
}
