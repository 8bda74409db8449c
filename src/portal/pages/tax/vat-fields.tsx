import { Choice, TextField } from "../../components/field"
import { FormGroup } from "../../components/form-group"
import { Tick } from "../../components/tick"
import { useSpeech } from "../../i18n/language"
import { VAT_SCHEMES } from "../../../shared/tax-forms"
import type { FieldsProps } from "./fields"

/** How somebody stands with VAT, and whether the store may write their invoices. */
export function VatFields({ values, field, choice, tick }: FieldsProps) {
  const { t } = useSpeech()
  const charges = values.vat_scheme === "standard"
  return (
    <FormGroup title={t("tax.forms.vat")}>
      <Choice
        label={t("tax.fields.vat_scheme")}
        options={[
          { value: "", label: t("entry.signUp.choose") },
          ...VAT_SCHEMES.map((value) => ({
            value,
            label: t(`tax.vatScheme.${value}`),
          })),
        ]}
        {...choice("vat_scheme")}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("tax.fields.vat_id")}
          hint={t("tax.hints.vat_id")}
          optional={!charges}
          autoComplete="off"
          {...field("vat_id")}
        />
        {charges && (
          <TextField
            label={t("tax.fields.vat_rate")}
            hint={t("tax.hints.vat_rate")}
            inputMode="decimal"
            {...field("vat_rate")}
          />
        )}
      </div>
      <Tick label={t("tax.fields.self_billing")} {...tick("self_billing")} />
    </FormGroup>
  )
}
