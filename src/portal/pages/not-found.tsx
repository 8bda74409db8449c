import { MainLink } from "../components/action"
import { Box } from "../components/box"
import { useTabTitle } from "../components/brand-mark"
import { Empty } from "../components/states"
import { useSpeech } from "../i18n/language"

export function NotFoundPage() {
  const { t } = useSpeech()
  useTabTitle(t("common.notFound"))
  return (
    <Box>
      <Empty
        title={t("common.notFound")}
        text={t("common.notFoundHint")}
        action={<MainLink to="/">{t("common.toDashboard")}</MainLink>}
      />
    </Box>
  )
}
