import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Section, SectionEmpty } from "../../../../../components/section"
import { useFormat } from "../../../../../lib/format"
import type { ProgramDetail } from "../../../../../types"

/** What those above the credited affiliate earn. */
export const LevelsSection = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const { percent } = useFormat()
  const levels = program.levels.toSorted((a, b) => a.level - b.level)

  return (
    <Section
      title={t("programs.levels.title")}
      description={t("programs.levels.description")}
    >
      {levels.length === 0 ? (
        <SectionEmpty>{t("programs.levels.empty")}</SectionEmpty>
      ) : (
        levels.map(({ level, percent: share, basis }) => (
          <div
            key={level}
            className="text-ui-fg-subtle grid grid-cols-2 items-start gap-4 px-6 py-4"
          >
            <div>
              <Text size="small" leading="compact" weight="plus">
                {t("programs.levels.level", { level })}
              </Text>
              <Text size="xsmall" className="text-ui-fg-muted">
                {level === 2
                  ? t("programs.levels.who2")
                  : t("programs.levels.whoN", { steps: level - 1 })}
              </Text>
            </div>
            <Text size="small" leading="compact">
              {t(
                basis === "order"
                  ? "programs.levels.ofOrder"
                  : "programs.levels.ofCommission",
                { percent: percent(share) }
              )}
            </Text>
          </div>
        ))
      )}
    </Section>
  )
}
