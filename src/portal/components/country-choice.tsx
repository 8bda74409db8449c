import { useMemo } from "react"
import { useSpeech } from "../i18n/language"
import { countriesIn } from "../../shared/countries"
import { Choice } from "./field"

export function CountryChoice({
  value,
  onValue,
}: {
  value: string
  onValue: (value: string) => void
}) {
  const { t, language } = useSpeech()
  const options = useMemo(
    () => [
      { value: "", label: t("entry.signUp.noCountry") },
      ...countriesIn(language),
    ],
    [t, language]
  )
  return (
    <Choice
      label={t("entry.signUp.country")}
      optional
      value={value}
      options={options}
      onValue={onValue}
    />
  )
}
