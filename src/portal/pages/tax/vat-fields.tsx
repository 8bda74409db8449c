import { Checkbox, Label } from "@medusajs/ui"
import { useId } from "react"
import { Choice, TextField } from "../../components/field"
import { useSpeech } from "../../i18n/language"
import type { FieldsProps } from "./form"
import { YES } from "./values"

const SCHEMES = ["", "standard", "small_business", "none"] as const

/** How somebody stands with VAT, and whether the store may write their invoices. */
export function VatFields({ values, set }: FieldsProps) {
  const { t } = useSpeech()
  const id = useId()
  return (
    <>
      <Choice
        label={t("tax.fields.vat_scheme")}
        value={values.vat_scheme}
        options={SCHEMES.map((value) => ({
          value,
          label: value ? t(`tax.vatScheme.${value}`) : "",
        }))}
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
