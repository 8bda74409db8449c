import { useMemo } from "react"
import { countriesIn } from "../../../shared/countries"
import { Choice, TextField } from "../../components/field"
import { useSpeech } from "../../i18n/language"
import type { FieldsProps } from "./form"

export function AddressFields({ values, set }: FieldsProps) {
  const { t } = useSpeech()
  return (
    <>
      <TextField
        label={t("tax.fields.line_1")}
        autoComplete="address-line1"
        value={values.line_1}
        onValue={set("line_1")}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label={t("tax.fields.postal_code")}
          optional
          autoComplete="postal-code"
          value={values.postal_code}
          onValue={set("postal_code")}
        />
        <TextField
          label={t("tax.fields.city")}
          autoComplete="address-level2"
          value={values.city}
          onValue={set("city")}
        />
        <TextField
          label={t("tax.fields.region")}
          optional
          autoComplete="address-level1"
          value={values.region}
          onValue={set("region")}
        />
      </div>
    </>
  )
}

/** Any country, in the reader's language. */
export function CountryOf({
  label,
  value,
  onValue,
}: {
  label: string
  value: string
  onValue: (value: string) => void
}) {
  const { language } = useSpeech()
  const options = useMemo(
    () => [{ value: "", label: "" }, ...countriesIn(language)],
    [language]
  )
  return (
    <Choice label={label} value={value} options={options} onValue={onValue} />
  )
}
