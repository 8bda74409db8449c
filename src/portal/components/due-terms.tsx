import { Heading, Text } from "@medusajs/ui"
import { useAffiliate } from "../hooks/affiliate"
import { useSpeech } from "../i18n/language"
import { MainLink } from "./action"
import { Box } from "./box"

/** Says so where the affiliate has terms to accept. */
export function DueTerms() {
  const { t } = useSpeech()
  const { agreement } = useAffiliate()
  if (agreement.due_version === null) return null
  return (
    <Box>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="min-w-0 flex-1 basis-64">
          <Heading level="h2">{t("dashboard.due.title")}</Heading>
          <Text className="text-ui-fg-subtle mt-1">
            {t("dashboard.due.text")}
          </Text>
        </div>
        <MainLink to="/agreements">{t("dashboard.due.action")}</MainLink>
      </div>
    </Box>
  )
}
