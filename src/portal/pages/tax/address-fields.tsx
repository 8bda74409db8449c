import { useMemo } from "react"
import { countriesIn } from "../../../shared/countries"
import { Choice, TextField } from "../../components/field"
import { useSpeech } from "../../i18n/language"
import type { FieldsProps } from "./fields"

export function AddressFields({ field, choice }: FieldsProps) {
  const { t } = useSpeech()
  return (
    <>
      <TextField
        label={t("tax.fields.line_1")}
        autoComplete="address-line1"
        {...field("line_1")}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("tax.fields.postal_code")}
          optional
          autoComplete="postal-code"
          {...field("postal_code")}
        />
        <TextField
          label={t("tax.fields.city")}
          autoComplete="address-level2"
          {...field("city")}
        />
        <TextField
          label={t("tax.fields.region")}
          optional
          autoComplete="address-level1"
          {...field("region")}
        />
        <CountryOf
          label={t("tax.fields.country_code")}
          {...choice("country_code")}
        />
      </div>
    </>
  )
}

/** Any country, in the reader's language. */
export function CountryOf(props: {
  label: string
  value: string
  error?: string
  onValue: (value: string) => void
}) {
  const { t, language } = useSpeech()
  const options = useMemo(
    () => [
      { value: "", label: t("entry.signUp.choose") },
      ...countriesIn(language),
    ],
    [t, language]
  )
  return <Choice {...props} options={options} />
}
