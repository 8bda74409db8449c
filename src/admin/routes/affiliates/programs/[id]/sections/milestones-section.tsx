import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { Section, SectionEmpty } from "../../../../../components/section"
import { useFormat } from "../../../../../lib/format"
import type { ProgramDetail } from "../../../../../types"

/** Earnings that an affiliate is told about, by currency. */
export const MilestonesSection = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const { money } = useFormat()
  const milestones = program.milestones.toSorted((a, b) =>
    a.currency_code === b.currency_code
      ? a.amount - b.amount
      : a.currency_code < b.currency_code
        ? -1
        : 1
  )

  return (
    <Section
      title={t("programs.milestones.title")}
      description={t("programs.milestones.description")}
    >
      {milestones.length === 0 ? (
        <SectionEmpty>{t("programs.milestones.empty")}</SectionEmpty>
      ) : (
        <div className="flex flex-wrap gap-2 px-6 py-4">
          {milestones.map(({ currency_code, amount }) => (
            <Badge key={`${currency_code} ${amount}`} size="small">
              {money(amount, currency_code)}
            </Badge>
          ))}
        </div>
      )}
    </Section>
  )
}
