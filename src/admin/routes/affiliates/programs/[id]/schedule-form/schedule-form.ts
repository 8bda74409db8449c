import { z } from "@medusajs/framework/zod"

import type { Translate } from "../../../../../lib/form-rules"
import { textRule } from "../../../../../lib/form-rules"
import type { PayoutSchedule } from "../../../../../types"

const TIME_ZONE_MAX = 100

/** When a program pays out by itself, as a form holds it: every field is there, whichever are meant. */
export const scheduleSchema = (t: Translate) =>
  z
    .object({
      every: z.enum(["never", "week", "half_month", "month"]),
      weekday: z.string(),
      day: z.string(),
      second_day: z.string(),
      hour: z.string(),
      time_zone: textRule(t, TIME_ZONE_MAX),
      start: z.enum(["approval", "at_once"]),
    })
    .superRefine(({ every, day, second_day }, ctx) => {
      if (every === "half_month" && day === second_day) {
        ctx.addIssue({
          code: "custom",
          path: ["second_day"],
          message: t("payoutBatches.schedule.sameDay"),
        })
      }
    })

export type ScheduleForm = z.infer<ReturnType<typeof scheduleSchema>>

export function toScheduleForm(schedule: PayoutSchedule | null): ScheduleForm {
  const days = schedule?.every === "half_month" ? schedule.days : [1, 15]
  return {
    every: schedule?.every ?? "never",
    weekday: String(schedule?.every === "week" ? schedule.weekday : 1),
    day: String(schedule?.every === "month" ? schedule.day : days[0]),
    second_day: String(days[1]),
    hour: String(schedule?.hour ?? 9),
    time_zone:
      schedule?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    start: schedule?.start ?? "approval",
  }
}

/** @param before what the form does not show of it stays */
export function toSchedule(
  form: ScheduleForm,
  before: PayoutSchedule | null
): PayoutSchedule | null {
  const { currency_codes, provider } = before ?? {}
  const when = {
    hour: Number(form.hour),
    time_zone: form.time_zone.trim(),
    start: form.start,
    ...(currency_codes ? { currency_codes } : {}),
    ...(provider ? { provider } : {}),
  }
  switch (form.every) {
    case "never":
      return null
    case "week":
      return { ...when, every: "week", weekday: Number(form.weekday) }
    case "half_month":
      return {
        ...when,
        every: "half_month",
        days: [Number(form.day), Number(form.second_day)],
      }
    case "month":
      return { ...when, every: "month", day: Number(form.day) }
  }
}
