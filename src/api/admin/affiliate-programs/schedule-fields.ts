import { z } from "@medusajs/framework/zod"

import { currencyCode } from "../../utils/money-fields"
import { says } from "../../utils/says"
import { idText, lineText } from "../../utils/text-fields"

const CURRENCIES_MAX = 50
const TIME_ZONE_LENGTH_MAX = 100
const SUNDAY = 7

const dayOfMonth = () => z.number().int().min(1).max(31)

const when = {
  hour: z.number().int().min(0).max(23),
  time_zone: lineText(TIME_ZONE_LENGTH_MAX),
  currency_codes: z.array(currencyCode()).min(1).max(CURRENCIES_MAX).optional(),
  provider: idText().optional(),
  start: z.enum(["approval", "at_once"]).default("approval"),
}

/** When a program pays out by itself. */
export const payoutSchedule = () =>
  z.discriminatedUnion(
    "every",
    [
      z.strictObject({
        every: z.literal("week"),
        weekday: z.number().int().min(1).max(SUNDAY),
        ...when,
      }),
      z.strictObject({
        every: z.literal("half_month"),
        days: z.array(dayOfMonth()).length(2).default([1, 15]),
        ...when,
      }),
      z.strictObject({
        every: z.literal("month"),
        day: dayOfMonth(),
        ...when,
      }),
    ],
    says("must be one of week, half_month, month")
  )
