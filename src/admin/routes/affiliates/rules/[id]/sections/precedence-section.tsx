import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Section } from "../../../../../components/section"

/** Which of several rules counts. */
export const PrecedenceSection = () => {
  const { t } = useTranslation("affiliate")
  return (
    <Section title={t("rules.precedence.title")}>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        {(["specific", "exclusion", "contract"] as const).map((about) => (
          <Text
            key={about}
            size="small"
            className="text-ui-fg-subtle text-pretty"
          >
            {t(`rules.precedence.${about}`)}
          </Text>
        ))}
      </div>
    </Section>
  )
}
