import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { DateText } from "../../../../../components/date-text"
import { Section } from "../../../../../components/section"
import type { ProgramDetail } from "../../../../../types"
import { useScheduleWords } from "../schedule-form/schedule-words"

/** When the program pays out by itself, and when next. */
export const ScheduleSection = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const { sentence } = useScheduleWords()
  const { payout_schedule: schedule, payout_schedule_next_at: nextAt } = program

  return (
    <Section
      title={t("payoutBatches.schedule.title")}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to="payout-schedule">{t("payoutBatches.schedule.edit")}</Link>
        </Button>
      }
    >
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Text size="small" className="text-ui-fg-base text-pretty">
          {schedule ? sentence(schedule) : t("payoutBatches.schedule.none")}
        </Text>
        {schedule && nextAt && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("payoutBatches.schedule.next")} <DateText value={nextAt} />
          </Text>
        )}
      </div>
    </Section>
  )
}
