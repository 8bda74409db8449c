import { z } from "@medusajs/framework/zod"

import { dayOf } from "../../modules/affiliate/domain/figures/days"
import { says } from "./says"

/** Before and after these no store has orders. */
const FIRST_DAY = "2000-01-01"
const LAST_DAY = "2999-12-31"

/** A moment in ISO 8601 with its zone; answers it in UTC. */
export const momentText = () =>
  z.iso
    .datetime({
      offset: true,
      ...says("must be a time like 2026-11-20T09:00:00Z"),
    })
    .transform((text) => new Date(text).toISOString())

const isDayOrMoment = (text: string): boolean => {
  const known =
    z.iso.date().safeParse(text).success ||
    z.iso.datetime({ offset: true }).safeParse(text).success
  const day = known ? dayOf(new Date(text)) : ""
  return day >= FIRST_DAY && day <= LAST_DAY
}

/** A day, or a moment in ISO 8601 with its zone; answers the day in UTC. */
export const dayText = () =>
  z
    .string()
    .refine(
      isDayOrMoment,
      says("must be a day like 2026-11-20, or a time like 2026-11-20T09:00:00Z")
    )
    .transform((text) => dayOf(new Date(text)))
