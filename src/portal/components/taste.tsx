import { useSpeech } from "../i18n/language"
import { LANGUAGES } from "../i18n/translate"
import { THEMES, useTheme } from "../lib/theme"
import { Choice } from "./field"

export function LanguageChoice({ hideLabel = false }: { hideLabel?: boolean }) {
  const { t, language, setLanguage } = useSpeech()
  return (
    <Choice
      label={t("common.language.label")}
      hideLabel={hideLabel}
      value={language}
      options={LANGUAGES.map((value) => ({
        value,
        label: t(`common.language.${value}`),
      }))}
      onValue={(value) => setLanguage(LANGUAGES.find((one) => one === value)!)}
    />
  )
}

export function ThemeChoice({ hideLabel = false }: { hideLabel?: boolean }) {
  const { t } = useSpeech()
  const [theme, setTheme] = useTheme()
  return (
    <Choice
      label={t("common.theme.label")}
      hideLabel={hideLabel}
      value={theme}
      options={THEMES.map((value) => ({
        value,
        label: t(`common.theme.${value}`),
      }))}
      onValue={(value) => setTheme(THEMES.find((one) => one === value)!)}
    />
  )
}
