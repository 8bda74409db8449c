import { MainLink } from "../components/action"
import { PageTitle } from "../components/box"
import { useTabTitle } from "../components/brand-mark"
import { useSpeech } from "../i18n/language"

export function NotFoundPage() {
  const { t } = useSpeech()
  useTabTitle(t("common.notFound"))
  return (
    <>
      <PageTitle
        title={t("common.notFound")}
        intro={t("common.notFoundHint")}
      />
      <MainLink to="/">{t("common.toDashboard")}</MainLink>
    </>
  )
}
