import { Checkbox, Label } from "@medusajs/ui"
import { useId } from "react"
import { Choice, TextField } from "../../components/field"
import { useSpeech } from "../../i18n/language"
import { VAT_SCHEMES } from "../../../shared/tax-forms"
import type { FieldsProps } from "./form"
import { UNDECIDED, YES } from "./values"

/** How somebody stands with VAT, and whether the store may write their invoices. */
export function VatFields({ values, set }: FieldsProps) {
  const { t } = useSpeech()
  const id = useId()
  return (
    <>
      <Choice
        label={t("tax.fields.vat_scheme")}
        value={values.vat_scheme}
        options={[
          UNDECIDED,
          ...VAT_SCHEMES.map((value) => ({
            value,
            label: t(`tax.vatScheme.${value}`),
          })),
        ]}
        onValue={set("vat_scheme")}
      />
      <TextField
        label={t("tax.fields.vat_id")}
        optional={values.vat_scheme !== "standard"}
        autoComplete="off"
        value={values.vat_id}
        onValue={set("vat_id")}
      />
      {values.vat_scheme === "standard" && (
        <TextField
          label={t("tax.fields.vat_rate")}
          hint={t("tax.hints.vat_rate")}
          inputMode="decimal"
          value={values.vat_rate}
          onValue={set("vat_rate")}
        />
      )}
      <div className="flex items-start gap-3">
        <Checkbox
          id={id}
          checked={values.self_billing === YES}
          onCheckedChange={(checked) =>
            set("self_billing")(checked === true ? YES : "")
          }
        />
        <Label htmlFor={id} size="small">
          {t("tax.fields.self_billing")}
        </Label>
      </div>
    </>
  )
}
