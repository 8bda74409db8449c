import type { Control } from "react-hook-form"
import { useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { SelectField } from "../../../../../components/fields/select-field"
import { TextField } from "../../../../../components/fields/text-field"
import { FieldGrid } from "../../../../../components/form-section"
import type { ScheduleForm } from "./schedule-form"
import { useScheduleWords } from "./schedule-words"

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const DAYS = Array.from({ length: 31 }, (_, index) => index + 1)
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

const optionsOf = (numbers: number[], label: (number: number) => string) =>
  numbers.map((number) => ({ value: String(number), label: label(number) }))

/** Which days, at what hour of which place, and whether somebody is asked before. */
export const ScheduleFields = ({
  control,
}: {
  control: Control<ScheduleForm>
}) => {
  const { t } = useTranslation("affiliate")
  const words = useScheduleWords()
  const every = useWatch({ control, name: "every" })
  const days = optionsOf(DAYS, (day) => `${day}.`)

  return (
    <>
      <SelectField
        control={control}
        name="every"
        label={t("payoutBatches.schedule.every")}
        hint={t("payoutBatches.schedule.everyHint")}
        options={[
          { value: "never", label: t("payoutBatches.schedule.never") },
          { value: "week", label: t("payoutBatches.schedule.week") },
          { value: "half_month", label: t("payoutBatches.schedule.halfMonth") },
          { value: "month", label: t("payoutBatches.schedule.month") },
        ]}
      />
      {every !== "never" && (
        <>
          <FieldGrid>
            {every === "week" && (
              <SelectField
                control={control}
                name="weekday"
                label={t("payoutBatches.schedule.weekday")}
                options={optionsOf(WEEKDAYS, words.weekday)}
              />
            )}
            {every !== "week" && (
              <SelectField
                control={control}
                name="day"
                label={t("payoutBatches.schedule.day")}
                hint={t("payoutBatches.schedule.dayHint")}
                options={days}
              />
            )}
            {every === "half_month" && (
              <SelectField
                control={control}
                name="second_day"
                label={t("payoutBatches.schedule.secondDay")}
                options={days}
              />
            )}
          </FieldGrid>
          <FieldGrid>
            <SelectField
              control={control}
              name="hour"
              label={t("payoutBatches.schedule.hour")}
              options={optionsOf(HOURS, words.hour)}
            />
            <TextField
              control={control}
              name="time_zone"
              label={t("payoutBatches.schedule.timeZone")}
              hint={t("payoutBatches.schedule.timeZoneHint")}
            />
          </FieldGrid>
          <SelectField
            control={control}
            name="start"
            label={t("payoutBatches.schedule.start")}
            options={[
              {
                value: "approval",
                label: t("payoutBatches.schedule.startApproval"),
              },
              {
                value: "at_once",
                label: t("payoutBatches.schedule.startAtOnce"),
              },
            ]}
          />
        </>
      )}
    </>
  )
}
