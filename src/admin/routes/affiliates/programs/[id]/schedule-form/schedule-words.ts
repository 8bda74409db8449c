import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import type { PayoutSchedule } from "../../../../../types"

/** 1 January 2024 was a Monday. */
const dayOfWeek = (weekday: number): Date =>
  new Date(Date.UTC(2024, 0, weekday))

/** When a program pays out by itself, in words. */
export function useScheduleWords() {
  const { t, i18n } = useTranslation("affiliate")

  return useMemo(() => {
    const weekday = (number: number): string =>
      new Intl.DateTimeFormat(i18n.language, {
        weekday: "long",
        timeZone: "UTC",
      }).format(dayOfWeek(number))
    const hour = (number: number): string => `${number}:00`

    const days = (schedule: PayoutSchedule): string => {
      switch (schedule.every) {
        case "week":
          return t("payoutBatches.schedule.onWeekday", {
            day: weekday(schedule.weekday),
          })
        case "half_month":
          return t("payoutBatches.schedule.onDays", {
            first: schedule.days[0],
            second: schedule.days[1],
          })
        case "month":
          return t("payoutBatches.schedule.onDay", { day: schedule.day })
      }
    }

    return {
      weekday,
      hour,
      sentence: (schedule: PayoutSchedule): string =>
        t("payoutBatches.schedule.sentence", {
          days: days(schedule),
          hour: hour(schedule.hour),
          zone: schedule.time_zone,
        }),
    }
  }, [t, i18n.language])
}
